package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who counts as on this machine. */
class LoopbackFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void loopbackAddressesAreThisMachine(String address) {
        assertThat(LoopbackFilter.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.168.0.1", "10.0.0.1", "0.0.0.0", "::", "fe80::1", "2001:db8::1", "no address", "128.0.0.1"})
    void allOthersAreNot(String address) {
        assertThat(LoopbackFilter.isLoopback(address)).isFalse();
    }
}
