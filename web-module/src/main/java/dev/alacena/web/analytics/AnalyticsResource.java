package dev.alacena.web.analytics;

import dev.alacena.domain.analytics.Analytics;
import dev.alacena.domain.time.Days;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Dates;
import dev.alacena.web.http.TimeZones;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the caller keeps habits, over HTTP. */
@Path("api/v1/analytics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    @Inject
    Analytics analytics;

    @Inject
    Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Day by day. */
    @GET
    @Path("performance")
    @RolesAllowed("user")
    public Response performance(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(TimeZones.HEADER) @Nullable String timeZone) {
        ZoneId zone = TimeZones.of(timeZone);
        return answer(analytics.performance(caller(), days(from, to, zone), zone));
    }

    /** Habit by habit. */
    @GET
    @Path("compliance")
    @RolesAllowed("user")
    public Response compliance(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(TimeZones.HEADER) @Nullable String timeZone) {
        ZoneId zone = TimeZones.of(timeZone);
        return answer(analytics.compliance(caller(), days(from, to, zone), zone));
    }

    private Days days(@Nullable String from, @Nullable String to, ZoneId zone) {
        return Dates.range(from, to, LocalDate.now(clock.withZone(zone)));
    }

    private long caller() {
        return new Requester(security, request).user();
    }

    private static Response answer(List<?> entity) {
        return Response.ok(entity).header(HttpHeaders.VARY, TimeZones.HEADER).build();
    }
}
