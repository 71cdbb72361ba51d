package dev.alacena.web.tasks;

import dev.alacena.domain.task.UnknownAssignee;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A task for nobody known is 400. */
@Provider
public final class UnknownAssigneeMapper implements ExceptionMapper<UnknownAssignee> {

    @Override
    public Response toResponse(UnknownAssignee refused) {
        return Refusal.of("assigneeId", "must be the id of a user").getResponse();
    }
}
