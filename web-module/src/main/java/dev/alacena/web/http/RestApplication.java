package dev.alacena.web.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All of HTTP is JAX-RS, from the root on, so that unknown paths are answered as the known ones are. Not final: the
 * servers make proxies of it.
 */
@ApplicationPath("/")
public class RestApplication extends Application {

    /** Jersey: no WADL, and none of its own ways to JSON, for it would prefer them to {@link JsonWriter}. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true, "jersey.config.jsonFeature", "none");
    }
}
