package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.web.it.beans.FilterOn;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Revocations follow the transaction on a real server, and its requests are refused by the filter of the library. */
@Timeout(60)
@ExtendWith(ArquillianExtension.class)
class RevocationsIT {
    private static final String ISSUER = "https://issuer.example";
    private final Instant now = Instant.now();
    private final Instant soon = now.plusSeconds(900);

    /** The application's own tokens are none of the filter's under test. */
    private final Client client = Client.nobody();

    private final String id = UUID.randomUUID().toString();

    @Inject
    TokenRevocations revocations;

    @Inject
    UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return Wars.withTests()
                .addAsResource(
                        new StringAsset(FilterOn.class.getName()), "META-INF/services/" + ConfigSource.class.getName())
                // WildFly shows it to those who ask for it
                .setManifest(new StringAsset("Dependencies: org.eclipse.microprofile.jwt.auth.api\n"));
    }

    private boolean revoked() {
        return revocations.isRevoked(new TokenClaims(ISSUER, id, "ann", null, now, soon));
    }

    @Test
    void aRevocationCountsFromTheCommitOn() throws Exception {
        transaction.begin();
        revocations.revoke(ISSUER, id, soon);
        assertThat(revoked()).isFalse();
        transaction.commit();
        assertThat(revoked()).isTrue();
    }

    @Test
    void aRollbackRevokesNothing() throws Exception {
        transaction.begin();
        revocations.revoke(ISSUER, id, soon);
        transaction.rollback();
        assertThat(revoked()).isFalse();
    }

    @Test
    void aTransactionThatCanOnlyRollBackRevokesNothing() throws Exception {
        transaction.begin();
        transaction.setRollbackOnly();
        assertThatThrownBy(() -> {
                    revocations.revoke(ISSUER, id, soon);
                    transaction.commit();
                })
                .isInstanceOf(Exception.class);
        assertThat(revoked()).isFalse();
    }

    @Test
    void withoutATransactionItCountsAtOnce() {
        revocations.revoke(ISSUER, id, soon);
        assertThat(revoked()).isTrue();
    }

    @Test
    @RunAsClient
    void aRequestWithARevokedTokenIsRefused() {
        assertThat(get(id, "s-" + id).status()).isEqualTo(200);
        assertThat(client.put("/revoked/tokens/" + id, "{}").status()).isEqualTo(204);
        Answer refused = get(id, "s-" + id);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("\"status\":401").doesNotContain(id);
    }

    @Test
    @RunAsClient
    void aRequestOfARevokedSessionIsRefused() {
        assertThat(client.put("/revoked/sessions/s-" + id, "{}").status()).isEqualTo(204);
        assertThat(get(id, "s-" + id).status()).isEqualTo(401);
        assertThat(get(id, "another").status()).isEqualTo(200);
    }

    private Answer get(String id, String session) {
        return client.get("/revoked", "Test-Jti", id, "Test-Sid", session);
    }
}
