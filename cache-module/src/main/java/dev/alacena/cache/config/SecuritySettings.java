package dev.alacena.cache.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of revocations and of what they share with sessions.
 *
 * @param dataSource JNDI name of the database that is the authority
 * @param filter whether requests with revoked tokens are refused by the library's own filter
 * @param trustMemory for how long memory answers when neither Redis nor the database can
 * @param longestToken how long a token lives at most
 * @param databaseTimeout how long the database may take to say whether a token is revoked
 */
public record SecuritySettings(
        Optional<String> dataSource,
        boolean filter,
        Duration trustMemory,
        Duration longestToken,
        Duration databaseTimeout) {

    static SecuritySettings of(Source source) {
        return new SecuritySettings(
                source.text("alacena.security.datasource"),
                source.flag("alacena.revocations.filter").orElse(false),
                source.durationOrZero("alacena.revocations.trust-memory").orElse(Duration.ZERO),
                source.duration("alacena.revocations.longest-token").orElse(Duration.ofDays(1)),
                source.duration("alacena.revocations.database-timeout").orElse(Duration.ofSeconds(1)));
    }
}
