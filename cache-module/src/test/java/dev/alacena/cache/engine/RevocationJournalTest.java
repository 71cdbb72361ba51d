package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Guard.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RevocationJournalTest {
    private final Journal journal = new Journal(Duration.ofMinutes(1), new FakeTime());

    @Test
    void revocationsOutliveInvalidationsThatAreTooMany() {
        Announcement revocation = new Announcement.OfRevocation(token("a"));
        journal.lost(revocation, journal.begin(revocation));
        for (int i = 0; i <= Journal.MOST + 1; i++) {
            Announcement one = new Announcement.OfTag("t" + i);
            journal.lost(one, journal.begin(one));
        }
        assertThat(journal.unsent()).contains(revocation, new Announcement.OfSweep(new Sweep.Everything()));
        assertThat(journal.recent()).contains(revocation);
    }

    @Test
    void manyRevocationsAreAllKept() {
        int many = Journal.MOST + 1_000;
        for (int i = 0; i < many; i++) {
            Announcement one = new Announcement.OfRevocation(token("t" + i));
            journal.lost(one, journal.begin(one));
        }
        assertThat(journal.unsent().stream().filter(Announcement.OfRevocation.class::isInstance))
                .hasSize(many);
    }
}
