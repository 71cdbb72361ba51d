package dev.alacena.web.posts;

import dev.alacena.domain.post.PostRefused;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What is not there is 404, what is another user's 403. */
@Provider
public final class PostRefusedMapper implements ExceptionMapper<PostRefused> {

    static final String NO_POST = "There is no such post.";

    @Override
    public Response toResponse(PostRefused refused) {
        return refusal(refused.reason()).getResponse();
    }

    private static Refusal refusal(PostRefused.Reason reason) {
        return switch (reason) {
            case NO_POST -> Refusal.missing(NO_POST);
            case NO_COMMENT -> Refusal.missing("There is no such comment.");
            case NOT_OWN -> Refusal.forbidden();
        };
    }
}
