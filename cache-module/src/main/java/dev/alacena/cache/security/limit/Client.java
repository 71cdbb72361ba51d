package dev.alacena.cache.security.limit;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.cache.address.Addresses;
import dev.alacena.cache.address.Proxies;
import dev.alacena.cache.cdi.Part;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;

/** Finds the client behind proxies. Thread-safe. */
@Part
@Typed(ClientAddress.class)
class Client implements ClientAddress {
    private final Proxies proxies;

    @Inject
    public Client(Proxies proxies) {
        this.proxies = proxies;
    }

    /** A socket without an address, such as one of the file system, is this machine. */
    @Override
    public InetAddress of(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        InetAddress socket = Addresses.parse(remote == null ? "" : remote).orElseGet(InetAddress::getLoopbackAddress);
        return proxies.client(
                socket, Collections.list(request.getHeaders(proxies.header().header())));
    }

    @Override
    public String network(HttpServletRequest request) {
        return Addresses.network(of(request));
    }
}
