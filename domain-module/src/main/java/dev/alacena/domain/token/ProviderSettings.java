package dev.alacena.domain.token;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Somebody else who issues tokens for this application, such as Keycloak.
 *
 * @param issuer {@code login.provider.issuer}: their {@code iss}
 * @param audience {@code login.provider.audience}: what must be in their {@code aud}
 * @param keys {@code login.provider.keys}: where their JWKS is: an {@code https} URL, or {@code http} on the loopback address
 * @param algorithm {@code login.provider.algorithm}: the one algorithm; default {@code RS256}
 * @param roles {@code login.provider.roles}: the path to the roles; default {@code realm_access.roles}
 * @param type {@code login.provider.type}: what the header's {@code typ} must be; default {@code JWT}
 * @param longest {@code alacena.revocations.longest-token}: how long a token may live at most, or its revocation would be
 *     forgotten before it expires
 */
record ProviderSettings(
        String issuer, String audience, URI keys, String algorithm, String roles, String type, Duration longest) {

    ProviderSettings {
        if (!"https".equalsIgnoreCase(keys.getScheme()) && !isLocal(keys)) {
            throw new IllegalArgumentException(
                    "login.provider.keys is not an https URL: whoever is on the way could put keys of their own there");
        }
        if (!algorithm.matches("(RS|PS|ES)(256|384|512)")) {
            throw new IllegalArgumentException("login.provider.algorithm is not one of RS256 … ES512: " + algorithm);
        }
    }

    private static boolean isLocal(URI keys) {
        return "http".equalsIgnoreCase(keys.getScheme())
                && String.valueOf(keys.getHost()).matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    }

    /** Empty where no issuer is named. */
    static Optional<ProviderSettings> from(Config config) {
        return text(config, "issuer")
                .map(issuer -> new ProviderSettings(
                        issuer,
                        required(config, "audience"),
                        URI.create(required(config, "keys")),
                        text(config, "algorithm").orElse("RS256"),
                        text(config, "roles").orElse("realm_access.roles"),
                        text(config, "type").orElse("JWT"),
                        TokenSettings.remembered(config)));
    }

    private static String required(Config config, String name) {
        return text(config, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "login.provider.%s is missing; it goes with login.provider.issuer".formatted(name)));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue("login.provider." + name, String.class);
    }
}
