package dev.alacena.web.posts;

import dev.alacena.domain.post.ContentStatistics;
import dev.alacena.domain.post.Posts;
import dev.alacena.web.http.Ids;
import dev.alacena.web.users.KnownUsers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a user has written, in numbers, over HTTP. */
@Path("api/v1/users/{id}/content-stats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContentStatisticsResource {

    @Inject
    Posts posts;

    @Inject
    KnownUsers users;

    /** The counts. */
    @GET
    @RolesAllowed("user")
    public ContentStatistics of(@PathParam("id") String id) {
        long user = Ids.of("id", id);
        users.require(user);
        return posts.statistics(user);
    }
}
