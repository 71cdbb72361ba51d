package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** A configuration that answers one question: an optional text or switch. */
final class Settings {

    private Settings() {}

    static Config of(Map<String, String> settings) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, asked) -> {
                    assertThat(method.getName()).isEqualTo("getOptionalValue");
                    Optional<String> text = Optional.ofNullable(settings.get((String) asked[0]));
                    return asked[1] == Boolean.class ? text.map(Boolean::valueOf) : text;
                });
    }
}
