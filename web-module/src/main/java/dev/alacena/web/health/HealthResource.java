package dev.alacena.web.health;

import dev.alacena.api.Caches;
import dev.alacena.api.ServerStatistics;
import dev.alacena.domain.database.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /health}: 200 while this node can serve, also without Redis; 503 with the same body while the database is
 * down. Not a problem document: its {@code status} is a number, and probes read ours. {@link HealthServlet} brings it to
 * the root.
 */
@Path("api/v1/health")
@RequestScoped
public class HealthResource {

    private static final int SECONDS_TO_RETRY = 5;

    @Inject
    Caches caches;

    @Inject
    Database database;

    /** Asks Redis and the database now. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response health() {
        Health health = Health.of(redis(caches.server()), database.isAvailable());
        Response.ResponseBuilder answer = health.database().equals(Health.UP)
                ? Response.ok()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(health)
                .build();
    }

    private static String redis(ServerStatistics server) {
        if (!server.configured()) {
            return "OFF";
        }
        return server.connected() ? Health.UP : Health.DOWN;
    }
}
