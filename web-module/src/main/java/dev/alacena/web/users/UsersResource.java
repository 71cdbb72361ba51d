package dev.alacena.web.users;

import dev.alacena.api.Invalidated;
import dev.alacena.domain.login.Caller;
import dev.alacena.domain.login.Logins;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.UserCaches;
import dev.alacena.domain.user.UserPage;
import dev.alacena.domain.user.UserProfile;
import dev.alacena.domain.user.Users;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.EntityTags;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
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

/** The users over HTTP. */
@Path("api/v1/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    Users users;

    @Inject
    KnownUsers known;

    @Inject
    UserCaches userCaches;

    @Inject
    Input input;

    @Inject
    Logins logins;

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
        UserPage page = users.page(slice.skip(), slice.limit());
        return slice.answer(page.users(), page.total(), uri.getAbsolutePath().getRawPath());
    }

    /** One user. */
    @GET
    @Path("{id}")
    @RolesAllowed("user")
    public User byId(@PathParam("id") String id) {
        return known.require(id(id));
    }

    /** The user with this e-mail address. */
    @GET
    @Path("by-email/{email}")
    @RolesAllowed("user")
    public User byEmail(@PathParam("email") String email) {
        return users.byEmail(email(email)).orElseThrow(KnownUsers::missing);
    }

    /** Adds a user. */
    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable UserBody body) {
        UserBody valid = input.valid(body);
        User user = valid.password() == null
                ? users.create(valid.toProfile())
                : logins.register(valid.toProfile(), valid.password());
        requester().log(Audit.Event.USER_CREATED, Long.toString(user.id()));
        return Created.in(uri.getAbsolutePathBuilder(), user.id(), user);
    }

    /** Replaces a user: the caller, but for the e-mail address and {@code active}; administrators everything of anybody. */
    @PUT
    @Path("{id}")
    @RolesAllowed({"user", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public User change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable UserBody body) {
        requester().mustBeAllowedToChange(id(id));
        Precondition expected = EntityTags.expected(ifMatch);
        UserProfile profile = input.valid(body).toProfile();
        User changed = (security.isUserInRole(Caller.ADMIN)
                        ? users.change(id(id), profile, expected)
                        : users.changeOwn(id(id), profile, expected))
                .orElseThrow(KnownUsers::missing);
        requester().log(Audit.Event.USER_CHANGED, id);
        return changed;
    }

    /** Takes a user out. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    public void delete(@PathParam("id") String id) {
        if (!users.delete(id(id))) {
            throw KnownUsers.missing();
        }
        requester().log(Audit.Event.USER_DELETED, id);
    }

    /** Ends all sessions of a user. */
    @POST
    @Path("{id}/logout-all")
    @RolesAllowed("admin")
    public void logoutAll(@PathParam("id") String id) {
        known.require(id(id));
        logins.logoutAll(id(id));
        requester().log(Audit.Event.LOGOUT_ALL, id);
    }

    /** Takes everything out of the caches that is of a user. */
    @POST
    @Path("{id}/cache/invalidate")
    @RolesAllowed({"user", "admin"})
    public Response invalidateCache(@PathParam("id") String id) {
        requester().mustBeAllowedToChange(id(id));
        Invalidated done = userCaches.invalidate(id(id)).orElseThrow(KnownUsers::missing);
        requester().log(Audit.Event.CACHE_ADMINISTERED, "user " + id);
        return Response.status(done.confirmed() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new UserInvalidation(id(id), done.confirmed() ? done.entries() : null))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Requester requester() {
        return new Requester(security, request);
    }

    private static long id(String text) {
        return Ids.of("id", text);
    }

    private static Email email(String text) {
        try {
            return new Email(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of("email", Email.RULE);
        }
    }
}
