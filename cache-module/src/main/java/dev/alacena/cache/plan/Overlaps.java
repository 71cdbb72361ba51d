package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.UpdateCache;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds one key with two meanings: methods of one cache whose keys have one form but other types, and a method that two
 * beans inherit and that may answer differently in each.
 */
final class Overlaps {
    private final Map<String, Reading> byForm = new HashMap<>();
    private final Problems problems;

    Overlaps(Problems problems) {
        this.problems = problems;
    }

    private record Reading(String typed, Declared declared, String place) {}

    void add(Declared declared) {
        Cached cached = declared.cached();
        if (cached != null) {
            add(declared, declared.cache(cached.cache()), cached.key());
        }
        UpdateCache update = declared.update();
        if (update != null) {
            add(declared, update.cache(), update.key());
        }
    }

    private void add(Declared declared, String cache, String key) {
        if (key.isEmpty()) {
            return;
        }
        // problems of the template itself are noted when it is compiled
        Template template = new Template(declared.place(), key, new Problems());
        Scope scope = Scope.of(declared, null);
        Reading reading =
                new Reading(template.skeleton(scope, true), declared, declared.place() + " has the key " + key);
        Reading other = byForm.putIfAbsent(cache + " " + template.skeleton(scope, false), reading);
        if (other != null && (!other.typed().equals(reading.typed()) || inherited(other, reading))) {
            problems.sharedKeys(cache, other.place(), reading.place());
        }
    }

    private static boolean inherited(Reading one, Reading other) {
        return one.declared().method().equals(other.declared().method())
                && one.declared().bean() != other.declared().bean();
    }
}
