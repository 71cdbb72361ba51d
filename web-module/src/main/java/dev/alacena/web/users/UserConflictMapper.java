package dev.alacena.web.users;

import dev.alacena.domain.user.UserConflict;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A taken e-mail address or user name is 409. */
@Provider
public final class UserConflictMapper implements ExceptionMapper<UserConflict> {

    @Override
    public Response toResponse(UserConflict conflict) {
        return Refusal.taken(conflict.fields()).getResponse();
    }
}
