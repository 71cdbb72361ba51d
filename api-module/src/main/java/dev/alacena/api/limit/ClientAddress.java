package dev.alacena.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/**
 * Who is at the other end of a request. Inject it; it is thread-safe and application scoped.
 *
 * <p>The address of the socket, unless that is one of {@code alacena.rate-limits.trusted-proxies}. Then the header {@code
 * alacena.rate-limits.forwarded-header} is read from its right end, one step for each trusted proxy, to the first address
 * that is none. What stands left of it was written by somebody who is not trusted. Where a proxy does not name an address, it is
 * itself the answer. IPv4 addresses in IPv6 clothes ({@code ::ffff:192.0.2.1}) are IPv4 addresses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239, Forwarded</a>
 */
public interface ClientAddress {

    /** The address of the client. No name is ever looked up. */
    InetAddress of(HttpServletRequest request);

    /**
     * What limits count by, as text: the address, or of an IPv6 address the network of its first 64 bits, within which one
     * client has as many addresses as it likes.
     */
    String network(HttpServletRequest request);
}
