package dev.alacena.web.posts;

import dev.alacena.domain.post.Comment;
import dev.alacena.domain.post.CommentPage;
import dev.alacena.domain.post.Comments;
import dev.alacena.domain.post.Posts;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import dev.alacena.web.http.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The comments of a post over HTTP; a class of its own, as those of a user's lists are. */
@Path("api/v1/posts/{id}/comments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PostCommentsResource {

    @Inject
    Posts posts;

    @Inject
    Comments comments;

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

    /** A part of the list, the oldest first. */
    @GET
    @RolesAllowed("user")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("skip") @DefaultValue("0") String skip,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        long post = Ids.of("id", id);
        Slice slice = Slice.of(skip, limit);
        if (posts.byId(post).isEmpty()) {
            throw Refusal.missing(PostRefusedMapper.NO_POST);
        }
        CommentPage page = comments.page(post, slice.skip(), slice.limit());
        return slice.answer(page.comments(), page.total(), uri.getAbsolutePath().getRawPath());
    }

    /** Adds a comment of the caller. */
    @POST
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("id") String id, @Nullable CommentBody body) {
        long post = Ids.of("id", id);
        long author = new Requester(security, request).user();
        Comment comment = comments.create(author, post, input.valid(body).content());
        return Created.in(uri.getBaseUriBuilder().path(CommentsResource.class), comment.id(), comment);
    }
}
