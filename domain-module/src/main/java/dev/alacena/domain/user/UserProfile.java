package dev.alacena.domain.user;

import dev.alacena.domain.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What people may say of a user. Texts that do not match their patterns are an {@link IllegalArgumentException}.
 *
 * @param username 3 to 50 letters, digits, dots, hyphens or underscores; unique without regard to case
 * @param email unique
 * @param fullName 1 to 200 characters, none of them a control character
 * @param active whether the user takes part; null leaves it as it is, and new users do
 */
public record UserProfile(String username, Email email, String fullName, @Nullable Boolean active) {

    /** What a user name is made of. */
    public static final String USERNAME = "[A-Za-z0-9._-]{3,50}";

    /** What a full name is made of: neither control characters nor halves of surrogate pairs. */
    public static final String FULL_NAME = Text.LINE + "{1,200}";

    public UserProfile {
        Text.require(username, USERNAME, "username");
        fullName = Text.require(fullName.strip(), FULL_NAME, "fullName");
    }
}
