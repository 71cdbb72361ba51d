package dev.alacena.benchmark.figure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** All figures by their names, in the order in which they are measured. */
public final class Figures {
    private Figures() {}

    public static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("level1", new NearForks());
        all.put("level1-paired", new NearHit());
        all.put("hit", new Hit());
        all.put("hit8", new Crowd(8, 0.70, 0.60));
        all.put("hit64", new Crowd(64, 0.75, 0.35));
        all.put("hit30k", new LargeHit());
        all.put("miss", new Miss());
        all.put("cold", new ColdKey(1, Duration.ofMillis(10)));
        all.put("nodes", new ColdKey(4, Duration.ofMillis(30)));
        all.put("tag", new TagInvalidation());
        all.put("prefix", new PrefixInvalidation());
        all.put("clear", new Clearing());
        all.put("bytes", new EntrySize());
        all.put("write", new FencedWrite());
        all.put("revocation", new RevocationCheck());
        return all;
    }
}
