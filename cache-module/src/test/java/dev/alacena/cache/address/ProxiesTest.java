package dev.alacena.cache.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is the client, whatever the headers say. */
class ProxiesTest {
    private static final String PROXY = "10.0.0.1";
    private static final String OUTER = "10.0.0.2";
    private static final String CLIENT = "192.0.2.7";

    private static Proxies trusting(Forwarding header, String... networks) {
        return new Proxies(Stream.of(networks).map(Network::of).toList(), header);
    }

    private static String client(Forwarding header, String... values) {
        return trusting(header, "10.0.0.0/8")
                .client(address(PROXY), List.of(values))
                .getHostAddress();
    }

    private static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }

    /** What a client may write of itself: anything that fits into a header, and what looks like a header. */
    @Provide
    Arbitrary<String> lies() {
        Arbitrary<String> pieces = Arbitraries.of(
                "for=",
                "for=6.6.6.6",
                "\"",
                "\\",
                "\\\"",
                ",",
                ";",
                "6.6.6.6",
                "[::1]",
                "10.0.0.3",
                " ",
                "by=\"",
                "=",
                "_x",
                "unknown",
                "for=\"[2001:db8::6]:1\"");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60));
    }

    @Property
    void withoutTrustTheSocketIsTheClientWhateverTheHeaderSays(@ForAll("lies") String lie) {
        for (Forwarding header : Forwarding.values()) {
            assertThat(trusting(header).client(address(CLIENT), List.of(lie))).isEqualTo(address(CLIENT));
            assertThat(trusting(header, "10.0.0.0/8").client(address(CLIENT), List.of(lie)))
                    .isEqualTo(address(CLIENT));
        }
    }

    @Property
    void whatAClientWritesNeverBeatsWhatTheProxyAdds(@ForAll("lies") String lie) {
        for (String added : new String[] {CLIENT, CLIENT + ":4711"}) {
            assertThat(client(Forwarding.X_FORWARDED_FOR, lie + ", " + added)).isEqualTo(CLIENT);
            assertThat(client(Forwarding.X_FORWARDED_FOR, lie, added)).isEqualTo(CLIENT);
        }
        for (String added : new String[] {
            "for=" + CLIENT, "proto=https;For=\"" + CLIENT + ":4711\";by=_p", "by=\"\\\",\";for=" + CLIENT + " "
        }) {
            assertThat(client(Forwarding.FORWARDED, lie + ", " + added)).isEqualTo(CLIENT);
            assertThat(client(Forwarding.FORWARDED, lie, added)).isEqualTo(CLIENT);
        }
    }

    @Property
    void whatAClientWritesNeverBeatsWhatTwoProxiesAdd(@ForAll("lies") String lie) {
        assertThat(client(Forwarding.X_FORWARDED_FOR, lie + "," + CLIENT + "," + OUTER))
                .isEqualTo(CLIENT);
        assertThat(client(Forwarding.FORWARDED, lie + ",for=" + CLIENT + ",for=" + OUTER))
                .isEqualTo(CLIENT);
    }

    @Example
    void aProxyThatNamesNoAddressIsTheAnswer() {
        for (String nobody :
                new String[] {"unknown", "_hidden", "", "for", "example.org", "999.1.1.1", "\"", "for=\"\""}) {
            assertThat(client(Forwarding.X_FORWARDED_FOR, "6.6.6.6," + nobody)).isEqualTo(PROXY);
            assertThat(client(Forwarding.FORWARDED, "for=6.6.6.6,for=" + nobody))
                    .isEqualTo(PROXY);
        }
        assertThat(client(Forwarding.FORWARDED, "for=6.6.6.6,by=_p")).isEqualTo(PROXY);
        assertThat(client(Forwarding.FORWARDED, "for=6.6.6.6;for=" + CLIENT)).isEqualTo(PROXY);
        assertThat(client(Forwarding.X_FORWARDED_FOR)).isEqualTo(PROXY);
    }

    @Example
    void aQuoteThatAClientOpensDoesNotReachIntoWhatTheProxyAdds() {
        assertThat(client(Forwarding.FORWARDED, "for=6.6.6.6;x=\", for=\"[2001:db8::7]:80\""))
                .isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(client(Forwarding.FORWARDED, "for=6.6.6.6;x=\", for=" + CLIENT))
                .isEqualTo(CLIENT);
    }

    @Example
    void theOutermostTrustedProxyIsTheClientIfItSpeaksForNobody() {
        assertThat(client(Forwarding.X_FORWARDED_FOR, OUTER)).isEqualTo(OUTER);
        assertThat(client(Forwarding.FORWARDED, "for=" + OUTER)).isEqualTo(OUTER);
    }

    @Example
    void ipv6IsUnderstoodInEveryWayThatProxiesWriteIt() {
        for (String written :
                new String[] {"2001:db8::7", "[2001:db8::7]", "[2001:db8::7]:443", "2001:DB8:0::7%eth0"}) {
            assertThat(client(Forwarding.X_FORWARDED_FOR, written)).isEqualTo("2001:db8:0:0:0:0:0:7");
            assertThat(client(Forwarding.FORWARDED, "for=\"" + written + "\"")).isEqualTo("2001:db8:0:0:0:0:0:7");
        }
        assertThat(client(Forwarding.X_FORWARDED_FOR, "::ffff:192.0.2.7")).isEqualTo(CLIENT);
    }

    @Example
    void aProxyThatConnectsByIpv4InIpv6ClothesIsTrusted() {
        Proxies proxies = trusting(Forwarding.X_FORWARDED_FOR, PROXY);
        assertThat(proxies.client(address("::ffff:" + PROXY), List.of(CLIENT))).isEqualTo(address(CLIENT));
    }

    @Example
    void aLongHeaderIsReadInNoTime() {
        String many = "for=\"[::1]\";x=\"\\\"\",".repeat(5_000) + "for=" + CLIENT;
        assertThat(client(Forwarding.FORWARDED, many)).isEqualTo(CLIENT);
        assertThat(client(Forwarding.FORWARDED, "x=\"" + "\\".repeat(50_000) + ",for=" + CLIENT))
                .isEqualTo(CLIENT);
        assertThat(client(Forwarding.X_FORWARDED_FOR, "10.0.0.1,".repeat(20_000) + CLIENT))
                .isEqualTo(CLIENT);
    }
}
