package dev.alacena.domain.login;

import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Who administers an application that has no administrator yet: {@code login.admin.email}, with the password in {@code
 * login.admin.password-file}, else {@code login.admin.password}. The user is made when that address logs in for the first time.
 */
@ApplicationScoped
class FirstAdministrator {

    @Inject
    Config config;

    @Inject
    Accounts accounts;

    private Optional<Email> email = Optional.empty();
    private String passwordHash = "";
    private volatile boolean done;

    /** Settings that cannot be used refuse the deployment. */
    void read(@Observes @Initialized(ApplicationScoped.class) Object start) {
        email = text("email").map(Email::new);
        if (email.isPresent()) {
            String password = text("password-file")
                    .map(FirstAdministrator::content)
                    .or(() -> text("password"))
                    .orElseThrow(() ->
                            new IllegalArgumentException("login.admin.email is set, login.admin.password-file is not"));
            if (!password.matches(Passwords.PATTERN)) {
                throw new IllegalArgumentException("login.admin.password " + Passwords.RULE);
            }
            passwordHash = Passwords.hash(password);
        }
    }

    /** Makes the administrator if this is the address, and there is none. */
    void openIfNamed(Email address) {
        if (!done && email.filter(address::equals).isPresent()) {
            accounts.openFirst(new UserProfile("admin", address, "Administrator", true), passwordHash);
            done = true;
        }
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue("login.admin." + name, String.class);
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("login.admin.password-file cannot be read", unreadable);
        }
    }
}
