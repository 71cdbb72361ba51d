package dev.alacena.web.cache;

import dev.alacena.api.Caches;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The cache over HTTP. */
@Path("api/v1/cache")
@RequestScoped
public class CacheResource {

    @Inject
    Caches caches;

    /** The statistics of Redis and of this node. */
    @GET
    @Path("stats")
    @RolesAllowed("admin")
    @Produces(MediaType.APPLICATION_JSON)
    public Response stats() {
        return Response.ok(CacheOverview.of(caches))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
