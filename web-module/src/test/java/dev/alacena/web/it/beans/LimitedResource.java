package dev.alacena.web.it.beans;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.limit.RateLimited;
import dev.alacena.api.limit.RateLimited.By;
import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** A resource that may not be called as often as one likes. */
@Path("limited")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class LimitedResource {

    @Inject
    Calls calls;

    @Inject
    RateLimits limits;

    @Inject
    ClientAddress addresses;

    @GET
    @PermitAll
    @Path("by-user")
    @RateLimited(limit = "it-user", permits = 3, per = "P1D")
    public String byUser() {
        return "call " + calls.next();
    }

    @GET
    @PermitAll
    @Path("by-address")
    @RateLimited(limit = "it-address", permits = 3, per = "P1D", by = By.ADDRESS)
    public String byAddress() {
        return "call " + calls.next();
    }

    @GET
    @PermitAll
    @Path("methods")
    @RateLimited(limit = "it-methods", permits = 4, per = "P1D")
    public String get() {
        return "call " + calls.next();
    }

    @POST
    @PermitAll
    @Path("methods")
    @RateLimited(limit = "it-methods", permits = 4, per = "P1D")
    public String post() {
        return "call " + calls.next();
    }

    @OPTIONS
    @PermitAll
    @Path("methods")
    @RateLimited(limit = "it-methods", permits = 4, per = "P1D")
    public String options() {
        return "call " + calls.next();
    }

    @GET
    @PermitAll
    @Path("missing")
    @RateLimited(
            limit = "it-missing",
            permits = 2,
            per = "PT1H",
            by = {By.USER, By.ADDRESS})
    @RateLimited(limit = "it-burst", permits = 10, per = "PT0.5S")
    public String missing() {
        throw new NotFoundException();
    }

    @POST
    @PermitAll
    @Path("logins/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public Verdict login(@PathParam("key") String key) {
        return limits.attempt("it-login", key);
    }

    @GET
    @PermitAll
    @Path("address")
    public String address(@Context HttpServletRequest request) {
        return addresses.network(request);
    }
}
