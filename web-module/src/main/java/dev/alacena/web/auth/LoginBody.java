package dev.alacena.web.auth;

import dev.alacena.api.NeverCache;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who wants to log in; what is missing is empty. */
@NeverCache
record LoginBody(
        @Size(min = 1, max = 254, message = "must be 1 to 254 characters") String username,
        @Size(min = 1, max = 128, message = "must be 1 to 128 characters") String password) {

    LoginBody(@Nullable String username, @Nullable String password) {
        this.username = username == null ? "" : username;
        this.password = password == null ? "" : password;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LoginBody";
    }
}
