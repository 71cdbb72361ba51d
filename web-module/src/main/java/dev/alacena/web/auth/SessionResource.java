package dev.alacena.web.auth;

import dev.alacena.api.security.UserSessions;
import dev.alacena.domain.login.Caller;
import dev.alacena.domain.login.LoginData;
import dev.alacena.domain.login.Logins;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.Users;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller, the caller's sessions, and their end. */
@Path("api/v1/auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    Logins logins;

    @Inject
    LoginAttempts attempts;

    @Inject
    Users users;

    @Inject
    UserSessions sessions;

    @Inject
    Input input;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    /** The caller; the session is the cached one. */
    @GET
    @Path("me")
    @RolesAllowed("user")
    public Response me() {
        Caller caller = requester().caller();
        String handle = caller.claims().session();
        SessionAnswer session = caller.own() && handle != null
                ? sessions.byHandle(handle, LoginData.class)
                        .map(found -> SessionAnswer.of(found, handle))
                        .orElseThrow(() -> Refusal.unauthorized(true))
                : null;
        return unstored(CallerAnswer.of(
                caller, caller.user().isPresent() ? users.byId(caller.user().getAsLong()) : Optional.empty(), session));
    }

    /** The sessions of the caller, the newest first. */
    @GET
    @Path("sessions")
    @RolesAllowed("user")
    public Response sessions() {
        String current = requester().caller().claims().session();
        return unstored(sessions.of(Long.toString(requester().user())).stream()
                .map(session -> SessionAnswer.of(session, current))
                .toList());
    }

    /** Ends one of them. */
    @DELETE
    @Path("sessions/{id}")
    @RolesAllowed("user")
    public void end(@PathParam("id") String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}") || !logins.end(requester().user(), id)) {
            throw Refusal.missing("There is no such session.");
        }
        requester().log(Audit.Event.SESSION_ENDED, id);
    }

    /** Ends this session. */
    @POST
    @Path("logout")
    @RolesAllowed("user")
    public void logout() {
        logins.logout(requester().caller());
        requester()
                .log(
                        Audit.Event.LOGOUT,
                        String.valueOf(requester().caller().claims().session()));
    }

    /** Ends all of them. */
    @POST
    @Path("logout-all")
    @RolesAllowed("user")
    public void logoutAll() {
        logins.logoutAll(requester().caller());
        requester().log(Audit.Event.LOGOUT_ALL, requester().caller().getName());
    }

    /** Another password, and the end of all sessions. */
    @PUT
    @Path("password")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(@Nullable PasswordBody body) {
        if (!logins.isEnabled()) {
            throw Refusal.missing("Logins are somewhere else.");
        }
        PasswordBody passwords = input.valid(body);
        long user = requester().user();
        // counted with the guesses of logins: a stolen token guesses no faster
        String account = users.byId(user).map(User::email).orElseThrow(Refusal::forbidden);
        if (attempts.attempt(account, request, () -> changed(user, passwords)).isEmpty()) {
            requester().log(Audit.Event.PASSWORD_REFUSED, Long.toString(user));
            throw Refusal.of("currentPassword", "is wrong");
        }
        requester().log(Audit.Event.PASSWORD_CHANGED, Long.toString(user));
    }

    private Optional<Long> changed(long user, PasswordBody passwords) {
        return logins.changePassword(user, passwords.currentPassword(), passwords.newPassword())
                ? Optional.of(user)
                : Optional.empty();
    }

    private Requester requester() {
        return new Requester(security, request);
    }

    private static Response unstored(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
