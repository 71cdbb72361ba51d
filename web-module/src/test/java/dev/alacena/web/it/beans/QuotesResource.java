package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource that is cached itself. */
@Path("quotes")
@RequestScoped
public class QuotesResource {

    @Inject
    Calls calls;

    @GET
    @Path("{symbol}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Cached(cache = "quotes", key = "{symbol}", ttl = "PT5M")
    public Quote quote(@PathParam("symbol") String symbol) {
        return new Quote(symbol, calls.next());
    }

    /** A symbol and the call that found it. */
    public record Quote(String symbol, int call) {}
}
