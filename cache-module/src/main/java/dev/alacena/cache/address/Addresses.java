package dev.alacena.cache.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as text. */
public final class Addresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");
    private static final int NETWORK = 8;

    private Addresses() {}

    /** An address in digits, its zone cut off; empty for anything else, names too. IPv4 in IPv6 clothes becomes IPv4. */
    public static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        String digits = zone < 0 ? text : text.substring(0, zone);
        boolean ipv6 = digits.indexOf(':') >= 0 && IPV6.matcher(digits).matches();
        if (!ipv6 && (zone >= 0 || !IPV4.matcher(digits).matches())) {
            return Optional.empty();
        }
        try {
            // digits only: nothing that could be looked up
            return Optional.of(InetAddress.getByName(digits));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The address of an IPv4 client, the first 64 bits of an IPv6 client's, in the one way to write them. */
    public static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length <= NETWORK
                ? address.getHostAddress()
                : of(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK), bytes.length)).getHostAddress() + "/64";
    }

    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
