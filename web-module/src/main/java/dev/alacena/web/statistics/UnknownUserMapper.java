package dev.alacena.web.statistics;

import dev.alacena.domain.task.UnknownUser;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The statistics of nobody known are 404. */
@Provider
public final class UnknownUserMapper implements ExceptionMapper<UnknownUser> {

    @Override
    public Response toResponse(UnknownUser unknown) {
        return Refusal.missing("There is no such user.").getResponse();
    }
}
