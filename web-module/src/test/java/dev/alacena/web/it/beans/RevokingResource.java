package dev.alacena.web.it.beans;

import dev.alacena.api.security.TokenRevocations;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;

/** Revokes what it is told to. */
@Path("revoked")
@RequestScoped
public class RevokingResource {

    @Inject
    TokenRevocations revocations;

    @GET
    @PermitAll
    public String nothing() {
        return "";
    }

    @PUT
    @PermitAll
    @Path("tokens/{id}")
    public void token(@PathParam("id") String id) {
        revocations.revoke(Caller.ISSUER, id, Instant.now().plusSeconds(900));
    }

    @PUT
    @PermitAll
    @Path("sessions/{id}")
    public void session(@PathParam("id") String id) {
        revocations.revokeSession(Caller.ISSUER, id, Instant.now().plusSeconds(900));
    }
}
