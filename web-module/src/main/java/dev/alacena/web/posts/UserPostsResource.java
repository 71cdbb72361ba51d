package dev.alacena.web.posts;

import dev.alacena.domain.post.PostPage;
import dev.alacena.domain.post.Posts;
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

/** The posts of a user over HTTP; a class of its own, as JAX-RS looks for the class by its path first. */
@Path("api/v1/users/{id}/posts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserPostsResource {

    @Inject
    Posts posts;

    @Inject
    KnownUsers users;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A part of the list, the newest first, with the beginning of each content. */
    @GET
    @RolesAllowed("user")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("skip") @DefaultValue("0") String skip,
            @QueryParam("limit") @DefaultValue("10") String limit) {
        long user = Ids.of("id", id);
        Slice slice = Slice.of(skip, limit);
        users.require(user);
        PostPage page = posts.page(user, slice.skip(), slice.limit());
        return slice.answer(page.posts(), page.total(), uri.getAbsolutePath().getRawPath());
    }
}
