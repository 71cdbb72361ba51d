package dev.alacena.web.users;

import dev.alacena.domain.user.UserProtected;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What only administrators change is 403 for others. */
@Provider
public final class UserProtectedMapper implements ExceptionMapper<UserProtected> {

    @Override
    public Response toResponse(UserProtected refused) {
        return Refusal.forbidden().getResponse();
    }
}
