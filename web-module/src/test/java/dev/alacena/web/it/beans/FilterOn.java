package dev.alacena.web.it.beans;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Switches the filter of revoked tokens on. */
public final class FilterOn implements ConfigSource {
    private static final Map<String, String> SETTINGS = Map.of("alacena.revocations.filter", "true");

    @Override
    public Set<String> getPropertyNames() {
        return SETTINGS.keySet();
    }

    @Override
    public String getValue(String name) {
        return SETTINGS.get(name);
    }

    @Override
    public String getName() {
        return "filter on";
    }
}
