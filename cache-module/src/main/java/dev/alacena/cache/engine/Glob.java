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
