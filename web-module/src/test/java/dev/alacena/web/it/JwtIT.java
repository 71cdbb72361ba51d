package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.web.jwt.AccountResource;
import dev.alacena.web.jwt.JwtApplication;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application of the library alone, whose tokens the server verifies by MicroProfile JWT, refuses those that are revoked. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class JwtIT {

    private static final SigningKey KEY = new SigningKey();

    private final String id = UUID.randomUUID().toString();
    private final String session = UUID.randomUUID().toString();
    private final String subject = UUID.randomUUID().toString();

    @Deployment(testable = false)
    static WebArchive war() {
        String settings =
                """
                alacena.revocations.filter=true
                mp.jwt.verify.issuer=%s
                mp.jwt.verify.publickey=%s
                """
                        .formatted(AccountResource.ISSUER, KEY.publicKeys());
        return Wars.withTheLibraryAlone()
                .addClasses(JwtApplication.class, AccountResource.class)
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties")
                // WildFly shows it to those who ask for it
                .setManifest(new StringAsset("Dependencies: org.eclipse.microprofile.jwt.auth.api\n"));
    }

    private String token(SigningKey key) {
        JwtClaims claims = SigningKey.claims(AccountResource.ISSUER, subject, 600);
        claims.setJwtId(id);
        claims.setClaim("upn", "ann");
        claims.setClaim("sid", session);
        claims.setClaim("groups", List.of("user"));
        return key.token(claims);
    }

    private static Answer get(String token) {
        return Client.with(token).sendToTheServer("GET", "/account", BodyPublishers.noBody());
    }

    private static void revoke(String what) {
        Answer answer = Client.nobody().sendToTheServer("PUT", "/account/revoked/" + what, BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(204);
    }

    private static void isRefused(Answer answer) {
        answer.isProblem(401, "Unauthorized", "The token is revoked", "");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenThatTheServerVerifiedPassesUntilItIsRevoked() {
        String token = token(KEY);
        assertThat(get(token).body()).isEqualTo("ann");
        revoke("token/" + UUID.randomUUID());
        assertThat(get(token).body()).isEqualTo("ann");
        revoke("token/" + id);
        isRefused(get(token));
    }

    @Test
    void allTokensOfAnEndedSessionAreRefused() {
        String token = token(KEY);
        assertThat(get(token).status()).isEqualTo(200);
        revoke("session/" + session);
        isRefused(get(token));
    }

    @Test
    void allTokensOfASubjectThatWereIssuedUntilNowAreRefused() {
        String token = token(KEY);
        assertThat(get(token).status()).isEqualTo(200);
        revoke("subject/" + subject);
        isRefused(get(token));
    }

    @Test
    void aTokenOfAnotherKeyIsTheServersToRefuse() {
        assertThat(get(token(new SigningKey())).status()).isEqualTo(401);
    }

    @Test
    void whoHasNoTokenIsNobodysConcern() {
        Answer answer = Client.nobody().sendToTheServer("GET", "/account", BodyPublishers.noBody());
        assertThat(answer.body()).isEqualTo("nobody");
    }
}
