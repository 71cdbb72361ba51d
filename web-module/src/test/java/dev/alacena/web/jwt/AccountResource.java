package dev.alacena.web.jwt;

import dev.alacena.api.security.TokenRevocations;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Instant;

/** Tells whom the server let in, and revokes what it is told to. */
@Path("account")
@RequestScoped
public class AccountResource {

    /** Who makes the tokens. */
    public static final String ISSUER = "https://issuer.example";

    @Inject
    TokenRevocations revocations;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @GET
    @PermitAll
    public String name() {
        Principal caller = security.getUserPrincipal();
        return caller == null ? "nobody" : caller.getName();
    }

    @PUT
    @PermitAll
    @Path("revoked/token/{id}")
    public void token(@PathParam("id") String id) {
        revocations.revoke(ISSUER, id, Instant.now().plusSeconds(900));
    }

    @PUT
    @PermitAll
    @Path("revoked/session/{id}")
    public void session(@PathParam("id") String id) {
        revocations.revokeSession(ISSUER, id, Instant.now().plusSeconds(900));
    }

    @PUT
    @PermitAll
    @Path("revoked/subject/{id}")
    public void subject(@PathParam("id") String id) {
        revocations.revokeAll(ISSUER, id);
    }
}
