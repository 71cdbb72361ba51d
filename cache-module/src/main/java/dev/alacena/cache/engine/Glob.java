package dev.alacena.cache.engine;

/** Globs of {@code *}, {@code ?} and {@code \} before literal characters, in time linear in text times stars. */
final class Glob {
    private Glob() {}

    static boolean matches(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = t;
            } else if (g < glob.length() && one(glob, g, text.charAt(t))) {
                g = next(glob, g);
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    /** The literal characters that a glob begins with, up to the first that means something. */
    static String beginning(String glob) {
        int at = 0;
        while (at < glob.length() && "*?\\".indexOf(glob.charAt(at)) < 0) {
            at++;
        }
        return glob.substring(0, at);
    }

    /** What both texts begin with. */
    static String common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(0, at);
    }

    private static boolean one(String glob, int at, char c) {
        char wanted = glob.charAt(at);
        if (wanted == '\\' && at + 1 < glob.length()) {
            return glob.charAt(at + 1) == c;
        }
        return wanted == '?' || wanted == c;
    }

    private static int next(String glob, int at) {
        return glob.charAt(at) == '\\' && at + 1 < glob.length() ? at + 2 : at + 1;
    }
}
