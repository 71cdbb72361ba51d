package dev.alacena.cache.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.DeploymentException;
import org.junit.jupiter.api.Test;

/** The filter is closed when unsure: what is no token and may have come with one is refused. */
class RevocationFilterTest {

    @Test
    void whoLoggedInWithoutATokenPasses() {
        for (String scheme : new String[] {"BASIC", "FORM", "DIGEST", "CLIENT_CERT"}) {
            assertThat(RevocationFilter.isWithoutToken(scheme)).as(scheme).isTrue();
        }
    }

    @Test
    void whoeverElseIsNoTokenIsRefused() {
        for (String scheme : new String[] {null, "", "Bearer", "MP-JWT", "OPENID_CONNECT"}) {
            assertThat(RevocationFilter.isWithoutToken(scheme)).as(scheme).isFalse();
        }
    }

    @Test
    void withoutMicroProfileJwtTheFilterIsRefusedAtDeployment() {
        assertThatThrownBy(() -> RevocationGate.requireJwt(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("alacena.revocations.filter");
        assertThatCode(() -> RevocationGate.requireJwt(getClass().getClassLoader()))
                .doesNotThrowAnyException();
    }
}
