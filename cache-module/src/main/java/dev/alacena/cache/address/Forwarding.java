package dev.alacena.cache.address;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The header in which proxies tell whom they speak for; only one is believed, as a proxy passes the others on unread. */
public enum Forwarding {
    /** The widespread one: a list of addresses. */
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** That of RFC 7239. */
    FORWARDED("Forwarded");

    private static final Pattern NODE = Pattern.compile("(?:\\[([^\\[\\]]*)]|([^:\\[\\]]*))(?::[\\w.-]+)?");

    private final String header;

    Forwarding(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }

    /** Who is named, the nearest first; empty for one that is hidden, unknown, malformed or no address. */
    List<Optional<InetAddress>> hops(List<String> values) {
        String list = String.join(",", values);
        return this == FORWARDED
                ? ForwardedElement.fromTheRight(list).stream()
                        .map(element -> element.node().flatMap(Forwarding::address))
                        .toList()
                : fromTheRight(list.split(",", -1));
    }

    private static List<Optional<InetAddress>> fromTheRight(String[] nodes) {
        return IntStream.rangeClosed(1, nodes.length)
                .mapToObj(back -> address(nodes[nodes.length - back].strip()))
                .toList();
    }

    /** With or without port. */
    private static Optional<InetAddress> address(String node) {
        Matcher matcher = NODE.matcher(node);
        if (!matcher.matches()) {
            return Addresses.parse(node);
        }
        return Addresses.parse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
