package dev.alacena.web.auth;

import dev.alacena.api.limit.RateLimited;
import dev.alacena.api.security.SessionOrigin;
import dev.alacena.domain.login.LoginTokens;
import dev.alacena.domain.login.Logins;
import dev.alacena.domain.login.Refreshed;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where logins begin and go on. Without own logins nothing is here: 404. */
@Path("api/v1/auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    @Inject
    Logins logins;

    @Inject
    LoginAttempts attempts;

    @Inject
    Input input;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    /** Begins a session. */
    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(@Nullable LoginBody body) {
        requireOwnLogins();
        LoginBody who = input.valid(body);
        SessionOrigin origin = new Requester(security, request).origin();
        Optional<LoginTokens> tokens =
                attempts.attempt(who.username(), request, () -> logins.login(who.username(), who.password(), origin));
        if (tokens.isEmpty()) {
            Audit.log(Audit.Event.LOGIN_FAILED, "", Audit.account(who.username()), request);
            throw Refusal.badCredentials("The user name or the password is wrong.");
        }
        Audit.log(
                Audit.Event.LOGIN,
                Long.toString(tokens.get().user()),
                tokens.get().session(),
                request);
        return TokenAnswer.of(tokens.get());
    }

    /** The same, from a form. */
    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(
            @FormParam("username") @Nullable String username, @FormParam("password") @Nullable String password) {
        return login(new LoginBody(username, password));
    }

    /** Spends a refresh token for a new pair. */
    @POST
    @Path("refresh")
    @PermitAll
    @RateLimited(limit = "refresh", permits = 600, by = RateLimited.By.ADDRESS)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refresh(@Nullable RefreshBody body) {
        requireOwnLogins();
        Refreshed refreshed = logins.refresh(input.valid(body).refreshToken());
        if (refreshed instanceof Refreshed.Renewed renewed) {
            return TokenAnswer.of(renewed.tokens());
        }
        if (refreshed instanceof Refreshed.Reused reused) {
            Audit.log(Audit.Event.REFRESH_REUSED, Long.toString(reused.user()), reused.session(), request);
        }
        throw Refusal.badCredentials("The refresh token is not valid.");
    }

    private void requireOwnLogins() {
        if (!logins.isEnabled()) {
            throw Refusal.missing("Logins are somewhere else.");
        }
    }
}
