package dev.alacena.web.auth;

import dev.alacena.api.NeverCache;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What continues a login. */
@NeverCache
record RefreshBody(@Pattern(regexp = "[A-Za-z0-9_-]{43}", message = "is not a refresh token") String refreshToken) {

    RefreshBody(@Nullable String refreshToken) {
        this.refreshToken = refreshToken == null ? "" : refreshToken;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RefreshBody";
    }
}
