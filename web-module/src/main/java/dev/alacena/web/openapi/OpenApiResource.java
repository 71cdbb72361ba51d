package dev.alacena.web.openapi;

import dev.alacena.web.http.EntityTags;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /openapi}: the {@link Document}. {@link OpenApiServlet} brings it to the root. */
@Path("api/v1/openapi")
@RequestScoped
public class OpenApiResource {

    private static final byte[] BYTES = Document.bytes();
    private static final String TAG = EntityTags.of(BYTES);

    /** For everybody, to keep for some minutes. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response document(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Response.ResponseBuilder answer =
                EntityTags.known(ifNoneMatch, TAG) ? Response.notModified() : Response.ok(BYTES);
        return answer.header(HttpHeaders.ETAG, TAG)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
