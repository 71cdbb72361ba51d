package dev.alacena.cache.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one proxy says in a {@code Forwarded} header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, section 4</a>
 */
record ForwardedElement(String text) {
    private static final String PAIR = "([\\w!#$%&'*+.^`|~-]++)=(?:([^\\s\",;]++)|\"((?:[^\"\\\\]|\\\\.)*+)\")";
    private static final Pattern PAIRS = Pattern.compile(PAIR);
    private static final Pattern ELEMENT = Pattern.compile("\\s*+" + PAIR + "(?:\\s*+;\\s*+" + PAIR + ")*+\\s*+");

    /**
     * The elements of a list, the last first. Quotes are counted from the right end, which the nearest proxy has written: one
     * that a client has opened and not closed swallows only what stands left of it.
     */
    static List<ForwardedElement> fromTheRight(String list) {
        List<ForwardedElement> elements = new ArrayList<>();
        boolean quoted = false;
        int end = list.length();
        for (int at = end - 1; at >= 0; at--) {
            char c = list.charAt(at);
            if (c == '"' && !escaped(list, at)) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(new ForwardedElement(list.substring(at + 1, end)));
                end = at;
            }
        }
        elements.add(new ForwardedElement(list.substring(0, end)));
        return elements;
    }

    private static boolean escaped(String text, int at) {
        int slashes = 0;
        while (slashes < at && text.charAt(at - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** For whom the proxy speaks; empty if it does not say so, or not properly. */
    Optional<String> node() {
        if (!ELEMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> nodes = new ArrayList<>();
        Matcher pairs = PAIRS.matcher(text);
        while (pairs.find()) {
            if (pairs.group(1).equalsIgnoreCase("for")) {
                nodes.add(pairs.group(2) == null ? unescaped(pairs.group(3)) : pairs.group(2));
            }
        }
        return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
