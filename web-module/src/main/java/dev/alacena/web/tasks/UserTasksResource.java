package dev.alacena.web.tasks;

import dev.alacena.domain.task.TaskPage;
import dev.alacena.domain.task.TaskStatus;
import dev.alacena.domain.task.Tasks;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Slice;
import dev.alacena.web.users.KnownUsers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a user over HTTP. A class of its own: JAX-RS looks for the class by its path first, and would choose this
 * one, longer than {@code api/v1/users}, for nothing else.
 */
@Path("api/v1/users/{id}/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserTasksResource {

    @Inject
    Tasks tasks;

    @Inject
    KnownUsers users;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A part of the list, the newest first; of one status, if it is named. */
    @GET
    @RolesAllowed("user")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("status") @Nullable String status,
            @QueryParam("skip") @DefaultValue("0") String skip,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        long user = Ids.of("id", id);
        TaskStatus wanted = Statuses.of(status);
        Slice slice = Slice.of(skip, limit);
        users.require(user);
        TaskPage page = tasks.page(user, wanted, slice.skip(), slice.limit());
        return slice.answer(page.tasks(), page.total(), list(wanted));
    }

    private String list(@Nullable TaskStatus status) {
        String path = uri.getAbsolutePath().getRawPath();
        return status == null ? path : path + "?status=" + status;
    }
}
