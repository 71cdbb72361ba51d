package dev.alacena.web.habits;

import dev.alacena.domain.habit.HabitRecord;
import dev.alacena.domain.habit.HabitRecords;
import dev.alacena.domain.habit.RecordDraft;
import dev.alacena.domain.habit.StoredRecord;
import dev.alacena.domain.time.Days;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.Dates;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.TimeZones;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the caller did of a habit, over HTTP. */
@Path("api/v1/habits/{id}/records")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HabitRecordsResource {

    @Inject
    HabitRecords records;

    @Inject
    Input input;

    @Inject
    Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The records of some days, ordered by date. */
    @GET
    @RolesAllowed("user")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(TimeZones.HEADER) @Nullable String zone) {
        long habit = Ids.of("id", id);
        Days days = Dates.range(from, to, today(zone));
        return Response.ok(records.list(caller(), habit, days))
                .header(HttpHeaders.VARY, TimeZones.HEADER)
                .build();
    }

    /** Stores a record, in the place of the one of that day if there is one. */
    @POST
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(TimeZones.HEADER) @Nullable String zone,
            @Nullable RecordBody body) {
        long habit = Ids.of("id", id);
        RecordDraft draft = input.valid(body).toDraft(today(zone));
        StoredRecord stored = records.put(caller(), habit, draft);
        HabitRecord record = stored.record();
        return stored.fresh()
                ? Created.in(uri.getBaseUriBuilder().path(RecordsResource.class), record.id(), record)
                : Response.ok(record).build();
    }

    private LocalDate today(@Nullable String zone) {
        return LocalDate.now(clock.withZone(TimeZones.of(zone)));
    }

    private long caller() {
        return new Requester(security, request).user();
    }
}
