package dev.alacena.web.http;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses clients on other machines, as long as there is no login, unless {@code web.allow-remote=true} says that
 * somebody else guards the application (a container's published port, a proxy).
 */
@Provider
@PreMatching
@Priority(0)
public final class LoopbackFilter implements ContainerRequestFilter {

    private final boolean allowRemote = ConfigProvider.getConfig()
            .getOptionalValue("web.allow-remote", Boolean.class)
            .orElse(false);

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!allowRemote && !isLoopback(request.getRemoteAddr())) {
            throw Refusal.remote();
        }
    }

    /** What is no address is not loopback. */
    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
