package dev.alacena.domain.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/**
 * Asks nobody for a while after a failure, so that tokens that nobody has signed cannot hold threads while the provider is
 * away. Thread-safe.
 */
final class PatientGet implements SimpleGet {

    private final SimpleGet get;
    private final Duration pause;
    private final Supplier<Instant> now;
    private volatile Instant again = Instant.MIN;

    PatientGet(SimpleGet get, Duration pause, Supplier<Instant> now) {
        this.get = get;
        this.pause = pause;
        this.now = now;
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        if (now.get().isBefore(again)) {
            throw new IOException("failed a moment ago; it is asked again at " + again);
        }
        try {
            return get.get(location);
        } catch (IOException failed) {
            again = now.get().plus(pause);
            throw failed;
        }
    }
}
