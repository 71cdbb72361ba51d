package dev.alacena.web.posts;

import dev.alacena.domain.login.Caller;
import dev.alacena.domain.post.Comments;
import dev.alacena.domain.post.Editor;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Single comments over HTTP. */
@Path("api/v1/comments")
@RequestScoped
public class CommentsResource {

    @Inject
    Comments comments;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Takes a comment out: the author, and administrators everybody's. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") String id) {
        long user = new Requester(security, request).user();
        comments.delete(new Editor(user, security.isUserInRole(Caller.ADMIN)), Ids.of("id", id));
    }
}
