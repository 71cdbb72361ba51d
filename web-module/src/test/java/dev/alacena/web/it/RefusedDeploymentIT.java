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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that would put secrets into the cache is not deployed. */
@Timeout(180)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RefusedDeploymentIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    Deployer deployer;

    @Deployment(name = "leaky", managed = false, testable = false)
    static WebArchive leaky() {
        return Wars.alacena().addClasses(Vault.class, Vault.Credentials.class);
    }

    @Test
    void aCachedTypeThatReachesASecretIsRefusedByName() {
        Throwable failure = catchThrowable(() -> deployer.deploy("leaky"));
        // the adapter of Payara Micro takes a server that runs for an application that does
        if (failure == null) {
            assertThat(Client.nobody()
                            .sendToTheServer("GET", "/api/v1/users", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(404);
            deployer.undeploy("leaky");
        }
        assertThat(new ServerLog().holding("Vault.credentials(String): its result reaches what must never be cached"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Credentials.password") && line.contains("@NeverCache"));
    }
}
