package dev.alacena.web.auth;

import dev.alacena.domain.token.Tokens;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public keys of our tokens (RFC 7517), for those who check them somewhere else. */
@Path(".well-known/jwks.json")
@RequestScoped
public class KeysResource {

    @Inject
    Tokens tokens;

    /** For a minute at most: the next key must be known before its first token. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return tokens.publishedKeys()
                .map(keys -> Response.ok(keys)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                        .build())
                .orElseThrow(() -> Refusal.missing("Logins are somewhere else."));
    }
}
