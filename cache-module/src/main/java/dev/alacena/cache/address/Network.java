package dev.alacena.cache.address;

import java.net.InetAddress;

/**
 * A range of addresses.
 *
 * @param address one of them
 * @param prefix how many bits they share
 */
public record Network(InetAddress address, int prefix) {

    /** Understands {@code 10.0.0.0/8}, or a single address; anything else is an {@link IllegalArgumentException}. */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = Addresses.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text));
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(text);
        }
        return new Network(address, prefix);
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
