package dev.alacena.domain.login;

import dev.alacena.api.NeverCache;
import java.time.Duration;

/**
 * What a login gives.
 *
 * @param user who logged in
 * @param session the handle of the session
 * @param accessToken opens the API
 * @param expiresIn for how long
 * @param refreshToken continues the login, once
 * @param refreshExpiresIn for how long
 */
@NeverCache
public record LoginTokens(
        long user,
        String session,
        String accessToken,
        Duration expiresIn,
        String refreshToken,
        Duration refreshExpiresIn) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "LoginTokens[user=%d, session=%s]".formatted(user, session);
    }
}
