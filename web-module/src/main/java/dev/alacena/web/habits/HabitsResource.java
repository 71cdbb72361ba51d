package dev.alacena.web.habits;

import dev.alacena.domain.habit.Habit;
import dev.alacena.domain.habit.HabitDraft;
import dev.alacena.domain.habit.HabitPage;
import dev.alacena.domain.habit.Habits;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.EntityTags;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;

/** The caller's habits over HTTP. */
@Path("api/v1/habits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HabitsResource {

    @Inject
    Habits habits;

    @Inject
    Input input;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** A part of the list, ordered by id. */
    @GET
    @RolesAllowed("user")
    public Response list(
            @QueryParam("skip") @DefaultValue("0") String skip,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        Slice slice = Slice.of(skip, limit);
        HabitPage page = habits.page(caller(), slice.skip(), slice.limit());
        return slice.answer(page.habits(), page.total(), uri.getAbsolutePath().getRawPath());
    }

    /** One habit. */
    @GET
    @Path("{id}")
    @RolesAllowed("user")
    public Habit byId(@PathParam("id") String id) {
        return habits.byId(caller(), Ids.of("id", id));
    }

    /** Adds a habit. */
    @POST
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable HabitBody body) {
        Habit habit = habits.create(caller(), input.valid(body).toDraft());
        return Created.in(uri.getAbsolutePathBuilder(), habit.id(), habit);
    }

    /** Replaces a habit. */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Habit change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable HabitBody body) {
        long habit = Ids.of("id", id);
        Precondition expected = EntityTags.expected(ifMatch);
        HabitDraft draft = input.valid(body).toDraft();
        return habits.change(caller(), habit, draft, expected);
    }

    /** Takes a habit out, and its records with it. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") String id) {
        habits.delete(caller(), Ids.of("id", id));
    }

    private long caller() {
        return new Requester(security, request).user();
    }
}
