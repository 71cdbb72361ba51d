package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutOptionsItIsOneNodeOfPayaraOnPort8080() throws LaunchFailure {
        Options options = Options.parse("server=", "nodes=", "port=", "redis.url=", "db.url=");

        assertThat(options.server()).isEqualTo(new PayaraMicro());
        assertThat(options.nodes()).isEqualTo(1);
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.redis()).isNull();
        assertThat(options.database()).isNull();
    }

    @Test
    void everyOptionIsTaken() throws LaunchFailure {
        Options options = Options.parse(
                "server=wildfly",
                "nodes=3",
                "port=9090",
                "redis.url=rediss://user:word@cache.example:6380/2",
                "db.url=jdbc:postgresql://db.example/shop?ssl=true",
                "db.user=ana",
                "db.password=a=b");

        assertThat(options.server()).isEqualTo(new WildFly());
        assertThat(options.nodes()).isEqualTo(3);
        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.redis()).hasHost("cache.example").hasPort(6380);
        assertThat(options.database())
                .isEqualTo(new Database("jdbc:postgresql://db.example/shop?ssl=true", "ana", "a=b"));
    }

    @ParameterizedTest
    @CsvSource({
        "server=tomcat, payara or wildfly",
        "nodes=0, from 1 to 8",
        "nodes=many, from 1 to 8",
        "nodes=9, from 1 to 8",
        "port=80, from 1024 to 65535",
        "port=70000, from 1024 to 65535",
        "redis.url=localhost:6379, redis://",
        "db.url=jdbc:mysql://localhost/x, jdbc:postgresql://",
        "db.user=ana, -Ddb.url"
    })
    void whatMakesNoSenseIsRefusedWithTheWayOut(String argument, String wayOut) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("-D" + argument.substring(0, argument.indexOf('=')))
                .hasMessageContaining(wayOut);
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThatThrownBy(() -> Options.parse("server=tomcat", "nodes=0", "port=x"))
                .hasMessageContaining("-Dserver")
                .hasMessageContaining("-Dnodes")
                .hasMessageContaining("-Dport");
    }

    @Test
    void theLastNodeHasAPortToo() {
        assertThatThrownBy(() -> Options.parse("nodes=2", "port=65535")).hasMessageContaining("from 1024 to 65534");
    }

    @Test
    void noPasswordIsShown() {
        assertThat(new Database("jdbc:postgresql://h/d?password=secret", "ana", "secret"))
                .hasToString("jdbc:postgresql://h/d");
    }
}
