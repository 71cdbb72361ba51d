package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.UpdateCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds one key with two meanings: methods of one cache whose keys have one form but other types or other tags, and a method
 * that two beans inherit and that may answer differently in each.
 */
final class Overlaps {
    private final Map<String, Reading> byForm = new HashMap<>();
    private final Problems problems;

    Overlaps(Problems problems) {
        this.problems = problems;
    }

    private record Reading(String typed, Declared declared, String key, List<String> tags) {
        private String place() {
            return declared.place() + " has the key " + key;
        }

        /** The tags that it gives an entry, whatever it calls what they are made of. */
        private List<String> forms() {
            Scope scope = Scope.of(declared, null);
            return tags.stream()
                    .map(tag -> new Template(declared.place(), tag, new Problems()).skeleton(scope, false))
                    .sorted()
                    .toList();
        }
    }

    void add(Declared declared) {
        Cached cached = declared.cached();
        if (cached != null) {
            add(declared, declared.cache(cached.cache()), cached.key(), List.of(cached.tags()));
        }
        UpdateCache update = declared.update();
        if (update != null) {
            add(declared, update.cache(), update.key(), List.of(update.tags()));
        }
    }

    private void add(Declared declared, String cache, String key, List<String> tags) {
        if (key.isEmpty()) {
            return;
        }
        // problems of the template itself are noted when it is compiled
        Template template = new Template(declared.place(), key, new Problems());
        Scope scope = Scope.of(declared, null);
        Reading reading = new Reading(template.skeleton(scope, true), declared, key, tags);
        Reading other = byForm.putIfAbsent(cache + " " + template.skeleton(scope, false), reading);
        if (other == null) {
            return;
        }
        if (!other.typed().equals(reading.typed()) || inherited(other, reading)) {
            problems.sharedKeys(cache, other.place(), reading.place());
        } else if (other.tags().size() == tags.size() && !other.forms().equals(reading.forms())) {
            // how many there are is agreed upon for all keys of a cache
            problems.disagreement(cache, "tags of one key", says(other), says(reading));
        }
    }

    private static String says(Reading reading) {
        return reading.declared().place() + " says " + reading.tags();
    }

    private static boolean inherited(Reading one, Reading other) {
        return one.declared().method().equals(other.declared().method())
                && one.declared().bean() != other.declared().bean();
    }
}
