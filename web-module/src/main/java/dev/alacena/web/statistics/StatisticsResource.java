package dev.alacena.web.statistics;

import dev.alacena.api.CacheAdministration;
import dev.alacena.api.CacheObservation;
import dev.alacena.api.CacheRead;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.Invalidated;
import dev.alacena.domain.task.Statistics;
import dev.alacena.domain.task.TaskStatistics;
import dev.alacena.domain.task.Window;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import dev.alacena.web.http.TimeZones;
import dev.alacena.web.users.KnownUsers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics of the tasks of a user over HTTP, for that user and for administrators. */
@Path("api/v1/stats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

    @Inject
    Statistics statistics;

    @Inject
    KnownUsers users;

    @Inject
    Caches caches;

    @Inject
    CacheAdministration administration;

    @Inject
    Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * Of the last days of a zone. Nobody keeps the answer: with {@code _cache} it tells of itself, and would tell a lie the
     * next time.
     */
    @GET
    @Path("users/{id}")
    @RolesAllowed({"user", "admin"})
    public Response ofUser(
            @PathParam("id") String id,
            @QueryParam("days") @DefaultValue("30") String days,
            @QueryParam("useCache") @DefaultValue("true") String useCache,
            @HeaderParam(TimeZones.HEADER) @Nullable String zone) {
        long user = Ids.of("id", id);
        requester().mustBeAllowedToChange(user);
        Window window = Window.of((int) Input.wholeNumber("days", days, 1, 365), TimeZones.of(zone), clock);
        StatisticsAnswer answer = answer(user, window, yesOrNo("useCache", useCache));
        return Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Takes all entries of a user out of the cache; 202 and no count if Redis has not confirmed it yet. */
    @POST
    @Path("users/{id}/invalidate")
    @RolesAllowed({"user", "admin"})
    public Response invalidate(@PathParam("id") String id) {
        long user = Ids.of("id", id);
        requester().mustBeAllowedToChange(user);
        users.require(user);
        String pattern = "%s:%d:*".formatted(Statistics.CACHE, user);
        Invalidated done = administration.invalidatePatterns(List.of(pattern));
        requester().log(Audit.Event.CACHE_ADMINISTERED, pattern);
        return Response.status(done.confirmed() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new StatisticsInvalidation(user, done.confirmed() ? done.entries() : null, pattern))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private StatisticsAnswer answer(long user, Window window, boolean useCache) {
        try (CacheObservation seen = caches.observe()) {
            TaskStatistics found = useCache ? statistics.of(user, window) : statistics.uncached(user, window);
            boolean hit = seen.reads().stream().anyMatch(StatisticsResource::isHit);
            CachedMethod entries = caches.method(Statistics.class, "of", long.class, Window.class);
            long left =
                    entries.timeToLive(user, window).map(Duration::toSeconds).orElse(0L);
            return new StatisticsAnswer(found, new CacheAccount(hit, left, entries.key(user, window)));
        }
    }

    private static boolean isHit(CacheRead read) {
        return read.cache().equals(Statistics.CACHE) && read.hit();
    }

    private static boolean yesOrNo(String field, String text) {
        if (!text.matches("true|false")) {
            throw Refusal.of(field, "must be true or false");
        }
        return text.equals("true");
    }

    private Requester requester() {
        return new Requester(security, request);
    }
}
