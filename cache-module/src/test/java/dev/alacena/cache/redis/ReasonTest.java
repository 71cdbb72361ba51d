package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;

/** The log says why, and quotes neither commands nor what they carry. */
class ReasonTest {
    @Test
    void whatTheServerSaysIsItsFirstWord() {
        assertThat(Reason.of(new RedisException("WRONGPASS invalid. command: (AUTH), params: [app, hunter2]")))
                .isEqualTo("WRONGPASS");
        assertThat(Reason.of(new RedisException("ERR AUTH <password> called. params: [hunter2]")))
                .isEqualTo("AUTH");
        assertThat(Reason.of(new RedisException("Unexpected exception: [hunter2]")))
                .isEqualTo("RedisException");
    }

    @Test
    void whatTheNetworkSaysIsTold() {
        assertThat(Reason.of(new ConnectException("Connection refused")))
                .isEqualTo("ConnectException: Connection refused");
        assertThat(Reason.of(new CertificateException("No name matching a found")))
                .isEqualTo("CertificateException: No name matching a found");
    }

    @Test
    void whateverElseIsItsKind() {
        assertThat(Reason.of(new IllegalStateException("hunter2"))).isEqualTo("IllegalStateException");
    }
}
