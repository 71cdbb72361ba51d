package dev.alacena.web.tasks;

import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.task.Task;
import dev.alacena.domain.task.TaskContent;
import dev.alacena.domain.task.Tasks;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.EntityTags;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The tasks over HTTP: every user may change every one. */
@Path("api/v1/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {

    @Inject
    Tasks tasks;

    @Inject
    Input input;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** One task. */
    @GET
    @Path("{id}")
    @RolesAllowed("user")
    public Task byId(@PathParam("id") String id) {
        return tasks.byId(id(id)).orElseThrow(TasksResource::missing);
    }

    /** Adds a task. */
    @POST
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable TaskBody body) {
        Task task = tasks.create(input.valid(body).toContent());
        return Created.in(uri.getAbsolutePathBuilder(), task.id(), task);
    }

    /** Replaces a task. */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Task change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable TaskBody body) {
        long task = id(id);
        Precondition expected = EntityTags.expected(ifMatch);
        TaskContent content = input.valid(body).toContent();
        return tasks.change(task, content, expected).orElseThrow(TasksResource::missing);
    }

    /** Takes a task out. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") String id) {
        if (!tasks.delete(id(id))) {
            throw missing();
        }
    }

    private static long id(String text) {
        return Ids.of("id", text);
    }

    private static Refusal missing() {
        return Refusal.missing("There is no such task.");
    }
}
