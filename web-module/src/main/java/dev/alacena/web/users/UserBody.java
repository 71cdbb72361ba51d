package dev.alacena.web.users;

import dev.alacena.api.NeverCache;
import dev.alacena.domain.login.Passwords;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.UserProfile;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A user as clients send it; texts are trimmed, a missing one is empty; a missing {@code active} leaves it as it is,
 * and new users take part; {@code password} counts for new users only. */
record UserBody(
        @Pattern(
                        regexp = UserProfile.USERNAME,
                        message = "must be 3 to 50 letters, digits, dots, hyphens or underscores")
                String username,
        @Pattern(regexp = Email.PATTERN, message = Email.RULE) String email,
        @Pattern(
                        regexp = UserProfile.FULL_NAME,
                        message = "must be 1 to 200 characters, none of them a control character")
                String fullName,
        @Nullable Boolean active,
        @NeverCache @Nullable @Pattern(regexp = Passwords.PATTERN, message = Passwords.RULE) String password) {

    UserBody {
        username = Texts.stripped(username);
        email = Texts.stripped(email);
        fullName = Texts.stripped(fullName);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UserBody[username=%s]".formatted(username);
    }

    /** Of a valid body. */
    UserProfile toProfile() {
        return new UserProfile(username, new Email(email), fullName, active);
    }
}
