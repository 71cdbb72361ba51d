package dev.alacena.domain.token;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The tokens that this application makes.
 *
 * @param enabled {@code login.enabled}: whether it makes any; default true
 * @param issuer {@code login.issuer}: their {@code iss}; default {@code alacena}
 * @param audience {@code login.audience}: their {@code aud}; default {@code alacena}
 * @param accessToken {@code login.access-token}: how long one is accepted; default 15 minutes; one
 *     day at most, no longer than {@code alacena.revocations.longest-token}, and shorter than {@code
 *     alacena.sessions.idle}
 * @param refreshToken {@code login.refresh-token}: how long a login can be continued; default 12 hours
 * @param privateKey {@code login.private-key}: the key that signs, PKCS #8 in PEM
 * @param publicKeys {@code login.public-keys}: the keys that are accepted, in PEM, one after the other; that of the
 *     private key must be among them
 */
public record TokenSettings(
        boolean enabled,
        String issuer,
        String audience,
        Duration accessToken,
        Duration refreshToken,
        KeySource privateKey,
        KeySource publicKeys) {

    /** Of an access token. */
    static final Duration LONGEST = Duration.ofDays(1);

    public TokenSettings {
        if (accessToken.compareTo(Duration.ofSeconds(1)) < 0 || accessToken.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "login.access-token is %s; it must be PT1S to P1D".formatted(accessToken));
        }
        if (refreshToken.compareTo(accessToken) < 0) {
            throw new IllegalArgumentException("login.refresh-token is shorter than login.access-token");
        }
        if (enabled && !(privateKey.isGiven() && publicKeys.isGiven())) {
            throw new IllegalArgumentException(
                    "there are no keys to sign tokens with: set login.private-key-file and login.public-keys-file"
                            + " (docs/login.md says how to make them), or login.enabled=false");
        }
    }

    /** What the configuration says. */
    public static TokenSettings from(Config config) {
        TokenSettings settings = read(config);
        Duration remembered = remembered(config);
        if (settings.enabled && settings.accessToken.compareTo(remembered) > 0) {
            throw new IllegalArgumentException(
                    "login.access-token is %s, longer than alacena.revocations.longest-token, %s: revoked tokens would be good again"
                            .formatted(settings.accessToken, remembered));
        }
        Duration idle = duration(config, "alacena.sessions.idle", "PT30M");
        if (settings.enabled && settings.accessToken.compareTo(idle) >= 0) {
            throw new IllegalArgumentException(
                    "login.access-token is %s, alacena.sessions.idle %s: a session is touched when a token is renewed, so it must be longer, or who is at work is logged out"
                            .formatted(settings.accessToken, idle));
        }
        return settings;
    }

    /** For how long all tokens of a subject are remembered as revoked. */
    static Duration remembered(Config config) {
        return duration(config, "alacena.revocations.longest-token", "P1D");
    }

    private static TokenSettings read(Config config) {
        return new TokenSettings(
                config.getOptionalValue("login.enabled", Boolean.class).orElse(true),
                config.getOptionalValue("login.issuer", String.class).orElse("alacena"),
                config.getOptionalValue("login.audience", String.class).orElse("alacena"),
                duration(config, "login.access-token", "PT15M"),
                duration(config, "login.refresh-token", "PT12H"),
                KeySource.of(config, "login.private-key"),
                KeySource.of(config, "login.public-keys"));
    }

    private static Duration duration(Config config, String name, String otherwise) {
        return Duration.parse(
                config.getOptionalValue(name, String.class).orElse(otherwise).strip());
    }
}
