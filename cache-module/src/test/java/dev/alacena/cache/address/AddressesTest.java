package dev.alacena.cache.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Addresses as text, and networks. */
class AddressesTest {

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().withChars("0123456789abcfF:.%/[]-x").ofMaxLength(50);
    }

    @Property
    void whatIsParsedIsAnAddressOfTheSameDigits(@ForAll @Size(4) byte[] v4, @ForAll @Size(16) byte[] v6) {
        for (byte[] bytes : new byte[][] {v4, v6}) {
            InetAddress address = Addresses.of(bytes);
            assertThat(Addresses.parse(address.getHostAddress())).contains(address);
        }
    }

    @Property
    void anyTextIsAnAddressOrNothing(@ForAll String anything, @ForAll("digits") String digits) {
        for (String text : new String[] {anything, digits}) {
            Addresses.parse(text)
                    .ifPresent(address -> assertThat(address.getHostAddress()).matches("[0-9.]+|[0-9a-f:]+"));
        }
    }

    @Example
    void otherWaysToWriteAddressesAreNone() {
        for (String text : new String[] {
            "",
            "1",
            "1.2",
            "1.2.3",
            "01.2.3.4",
            "0x7f.0.0.1",
            "256.1.1.1",
            "1.2.3.4.",
            "1.2.3.4%eth0",
            "localhost",
            "a.example",
            "fe80",
            "::1::",
            "1:2:3:4:5:6:7:8:9",
            "[::1]",
            " 1.2.3.4",
            "::ffff:1.2.3"
        }) {
            assertThat(Addresses.parse(text)).as(text).isEmpty();
        }
    }

    @Example
    void ipv4InIpv6ClothesIsIpv4AndZonesAreCutOff() {
        assertThat(Addresses.parse("::ffff:192.0.2.1")).isEqualTo(Addresses.parse("192.0.2.1"));
        assertThat(Addresses.parse("::FFFF:c000:201")).isEqualTo(Addresses.parse("192.0.2.1"));
        assertThat(Addresses.parse("fe80::1%eth0")).isEqualTo(Addresses.parse("fe80::1"));
    }

    @Property
    void ipv6ClientsAreToldApartByTheirFirst64Bits(
            @ForAll @Size(16) byte[] address, @ForAll @Size(8) byte[] host, @ForAll @IntRange(max = 63) int bit) {
        byte[] neighbour = address.clone();
        System.arraycopy(host, 0, neighbour, 8, 8);
        byte[] stranger = address.clone();
        stranger[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(network(neighbour)).isEqualTo(network(address)).endsWith("/64");
        assertThat(network(stranger)).isNotEqualTo(network(address));
    }

    private static String network(byte[] address) {
        return Addresses.network(Addresses.of(address));
    }

    @Property
    void anIpv4ClientIsItsAddress(@ForAll @Size(4) byte[] address) {
        assertThat(Addresses.parse(network(address))).contains(Addresses.of(address));
    }

    @Property
    void aNetworkHasTheAddressesThatShareItsPrefix(
            @ForAll @Size(16) byte[] address,
            @ForAll @IntRange(max = 128) int prefix,
            @ForAll @IntRange(max = 127) int bit) {
        for (byte[] one : new byte[][] {address, Arrays.copyOf(address, 4)}) {
            int bits = one.length * 8;
            byte[] other = one.clone();
            other[bit % bits / 8] ^= (byte) (0x80 >> bit % 8);
            Network network = Network.of(Addresses.of(one).getHostAddress() + "/" + prefix % (bits + 1));
            assertThat(network.contains(Addresses.of(one))).isTrue();
            assertThat(network.contains(Addresses.of(other))).isEqualTo(bit % bits >= prefix % (bits + 1));
        }
    }

    @Example
    void whatIsNoNetworkIsRefused() {
        for (String text :
                new String[] {"", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10/8", "host"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Network.of(text));
        }
    }

    @Example
    void aNetworkOfOneFamilyHasNoAddressesOfTheOther() {
        assertThat(Network.of("0.0.0.0/0").contains(Addresses.of(new byte[16]))).isFalse();
        assertThat(Network.of("::/0").contains(Addresses.of(new byte[4]))).isFalse();
    }
}
