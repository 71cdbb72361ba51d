package dev.alacena.domain.token;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The tokens of this application and of the outside provider, each if it is configured. Thread-safe.
 *
 * <p>Of a token is required: one of the issuers, its one algorithm, one of its known keys, the right type and audience, an
 * id, a subject, and times that hold, with half a minute for clocks that differ.
 */
@ApplicationScoped
public class Tokens {

    private final Map<String, Issuer> issuers = new HashMap<>();

    @Inject
    Config config;

    private Optional<Own> own = Optional.empty();

    /** How this application makes its own tokens. */
    private record Own(TokenSettings settings, Keys keys, AccessTokens tokens) {}

    /** Without the container. */
    static Tokens of(Config config) {
        Tokens tokens = new Tokens();
        tokens.open(config);
        return tokens;
    }

    /** Settings that cannot be used refuse the deployment. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        own();
    }

    @PostConstruct
    void start() {
        open(config);
    }

    private void open(Config from) {
        TokenSettings settings = TokenSettings.from(from);
        ProviderSettings.from(from).ifPresent(outside -> issuers.put(outside.issuer(), new OutsideIssuer(outside)));
        if (settings.enabled()) {
            Keys keys = new Keys(settings.privateKey(), settings.publicKeys(), Instant::now);
            own = Optional.of(new Own(settings, keys, new AccessTokens(settings, keys, Instant::now)));
            if (issuers.put(settings.issuer(), new OwnIssuer(settings, keys, Instant::now)) != null) {
                throw new IllegalArgumentException("login.issuer and login.provider.issuer are the same");
            }
        }
    }

    /**
     * What a token says, if it is right.
     *
     * @throws InvalidToken otherwise
     */
    public VerifiedToken verify(String token) throws InvalidToken {
        StrictForm form = StrictForm.of(token);
        Issuer issuer = issuers.get(form.issuer());
        if (issuer == null) {
            throw new InvalidToken("an issuer that is not known");
        }
        return issuer.verify(token);
    }

    /** A new token; only where this application makes its own. */
    public String issue(TokenSubject subject, Instant earliest) {
        return own.orElseThrow(() -> new IllegalStateException("login.enabled is false"))
                .tokens()
                .issue(subject, earliest);
    }

    /** The own public keys as a JWKS (RFC 7517); empty where this application makes no tokens. */
    public Optional<String> publishedKeys() {
        return own.map(Own::keys).map(Keys::published);
    }

    /** How long a token may live at most, whoever makes it. */
    public Duration longest() {
        return TokenSettings.remembered(config);
    }

    /** How the own tokens are; empty where this application makes none. */
    public Optional<TokenSettings> own() {
        return own.map(Own::settings);
    }
}
