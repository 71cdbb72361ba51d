package dev.alacena.cache.address;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Whose word is taken for where a request comes from.
 *
 * @param trusted the proxies; none by default
 * @param header the one that they write
 */
public record Proxies(List<Network> trusted, Forwarding header) {
    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /**
     * The client: from the socket back over every proxy that is trusted, to the first address that is not, or to the proxy
     * that does not name one.
     *
     * @param socket who has connected
     * @param values of the header, in their order
     */
    public InetAddress client(InetAddress socket, List<String> values) {
        InetAddress client = socket;
        if (!trusts(client) || values.isEmpty()) {
            return client;
        }
        for (Optional<InetAddress> hop : header.hops(values)) {
            if (!trusts(client) || hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
