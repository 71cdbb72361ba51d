package dev.alacena.web.auth;

import dev.alacena.api.NeverCache;
import dev.alacena.domain.login.LoginTokens;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A pair of tokens, and for how many seconds each is good. */
@NeverCache
record TokenAnswer(String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {

    static Response of(LoginTokens tokens) {
        TokenAnswer answer = new TokenAnswer(
                tokens.accessToken(),
                "Bearer",
                tokens.expiresIn().toSeconds(),
                tokens.refreshToken(),
                tokens.refreshExpiresIn().toSeconds());
        return Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .build();
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
