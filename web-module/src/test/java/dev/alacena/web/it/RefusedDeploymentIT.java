package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.alacena.web.secret.Vault;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that would put secrets into the cache, or is configured wrongly, is not deployed. */
@Timeout(180)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RefusedDeploymentIT {

    private static final String GUESSABLE = "hunter2";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    Deployer deployer;

    @Deployment(name = "leaky", managed = false, testable = false)
    static WebArchive leaky() {
        return Wars.alacena().addClasses(Vault.class, Vault.Credentials.class);
    }

    @Deployment(name = "misconfigured", managed = false, testable = false)
    static WebArchive misconfigured() {
        return ShrinkWrap.create(WebArchive.class, "misconfigured.war")
                .merge(Wars.alacena())
                .addAsResource(
                        new StringAsset("config_ordinal=1000\nlogin.admin.email=first@example.org\n"
                                + "login.admin.password=" + GUESSABLE + "\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void aCachedTypeThatReachesASecretIsRefusedByName() {
        refused("leaky");
        assertThat(new ServerLog().holding("Vault.credentials(String): its result reaches what must never be cached"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Credentials.password") && line.contains("@NeverCache"));
    }

    @Test
    void aFirstAdministratorWhosePasswordCannotBeUsedIsRefusedByTheNameOfTheSetting() {
        refused("misconfigured");
        assertThat(new ServerLog().holding("login.admin.password")).isNotEmpty();
        assertThat(new ServerLog().holding(GUESSABLE)).isEmpty();
    }

    private void refused(String name) {
        Throwable failure = catchThrowable(() -> deployer.deploy(name));
        // the adapter of Payara Micro takes a server that runs for an application that does
        if (failure == null) {
            assertThat(Client.nobody()
                            .sendToTheServer("GET", "/api/v1/users", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(404);
            deployer.undeploy(name);
        }
    }
}
