package dev.alacena.web.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Collection;

/**
 * Gives answers an entity tag, and sends the body only to those who do not have it. What a resource lets nobody keep has
 * none. All else may be kept by the client alone, who asks each time whether it still holds.
 */
@Provider
@Priority(ConditionalFilter.LAST)
public final class ConditionalFilter implements ContainerResponseFilter {

    /** Response filters run from the highest priority down. */
    static final int LAST = 0;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        Object answer = response.getEntity();
        boolean ours = answer instanceof Record || answer instanceof Collection;
        if (!ours || response.getStatus() >= 300 || response.getHeaderString(HttpHeaders.CACHE_CONTROL) != null) {
            return;
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(answer);
        String tag = EntityTags.of(body);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (reads && EntityTags.known(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setEntity(null);
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
        } else {
            response.setEntity(body, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
