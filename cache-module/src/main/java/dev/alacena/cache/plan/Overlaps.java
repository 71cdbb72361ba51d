package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import java.util.HashMap;
import java.util.Map;

/** Finds methods that read one cache under keys of one form but of different types: one key, two meanings. */
final class Overlaps {
    private final Map<String, Reading> byForm = new HashMap<>();
    private final Problems problems;

    Overlaps(Problems problems) {
        this.problems = problems;
    }

    private record Reading(String typed, String place) {}

    void add(Declared declared) {
        Cached cached = declared.cached();
        if (cached == null || cached.key().isEmpty()) {
            return;
        }
        String cache = Declared.cache(cached.cache(), declared.method());
        // problems of the template itself are noted when it is compiled
        Template template = new Template(declared.place(), cached.key(), new Problems());
        Scope scope = Scope.of(declared, "");
        Reading reading = new Reading(template.skeleton(scope, true), declared.place() + " reads " + cached.key());
        Reading other = byForm.putIfAbsent(cache + " " + template.skeleton(scope, false), reading);
        if (other != null && !other.typed().equals(reading.typed())) {
            problems.sharedKeys(cache, other.place(), reading.place());
        }
    }
}
