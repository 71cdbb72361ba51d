package dev.alacena.web.posts;

import dev.alacena.domain.login.Caller;
import dev.alacena.domain.post.Editor;
import dev.alacena.domain.post.Post;
import dev.alacena.domain.post.PostContent;
import dev.alacena.domain.post.Posts;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.EntityTags;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The posts over HTTP. */
@Path("api/v1/posts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {

    @Inject
    Posts posts;

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

    /** One post. */
    @GET
    @Path("{id}")
    @RolesAllowed("user")
    public Post byId(@PathParam("id") String id) {
        return posts.byId(Ids.of("id", id)).orElseThrow(() -> Refusal.missing(PostRefusedMapper.NO_POST));
    }

    /** Adds a post of the caller. */
    @POST
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable PostBody body) {
        Post post = posts.create(requester().user(), input.valid(body).toContent());
        return Created.in(uri.getAbsolutePathBuilder(), post.id(), post);
    }

    /** Replaces a post: the author, and administrators everybody's. */
    @PUT
    @Path("{id}")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Post change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PostBody body) {
        long post = Ids.of("id", id);
        Precondition expected = EntityTags.expected(ifMatch);
        PostContent content = input.valid(body).toContent();
        return posts.change(editor(), post, content, expected).orElseThrow();
    }

    /** Takes a post out, and its comments with it. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") String id) {
        posts.delete(editor(), Ids.of("id", id));
    }

    private Editor editor() {
        return new Editor(requester().user(), security.isUserInRole(Caller.ADMIN));
    }

    private Requester requester() {
        return new Requester(security, request);
    }
}
