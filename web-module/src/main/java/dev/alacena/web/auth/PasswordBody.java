package dev.alacena.web.auth;

import dev.alacena.api.NeverCache;
import dev.alacena.domain.login.Passwords;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A password and the next one. */
@NeverCache
record PasswordBody(
        @Size(min = 1, max = 128, message = "must be 1 to 128 characters") String currentPassword,
        @Pattern(regexp = Passwords.PATTERN, message = Passwords.RULE) String newPassword) {

    PasswordBody(@Nullable String currentPassword, @Nullable String newPassword) {
        this.currentPassword = currentPassword == null ? "" : currentPassword;
        this.newPassword = newPassword == null ? "" : newPassword;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordBody";
    }
}
