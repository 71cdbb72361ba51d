package dev.alacena.cache.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** All texts of refusals, and the list of those found; an application with any of them is not deployed. Not thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** All at once, in the order of their places. */
    public String text() {
        StringBuilder text = new StringBuilder("Alacena refuses this deployment, %d %s:"
                .formatted(found.size(), found.size() == 1 ? "mistake" : "mistakes"));
        found.stream().map(Problem::toString).sorted().forEach(line -> text.append("\n  ")
                .append(line));
        return text.toString();
    }

    private void add(String code, String place, String cause, String cure) {
        Problem problem = new Problem(code, place, cause, cure);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    void onClass(String place, String annotation) {
        add("ALA001", place, annotation + " is on a class", "put it on the methods that it is meant for");
    }

    void notInterceptable(String place, String annotation, String modifier) {
        add(
                "ALA002",
                place,
                "%s on a %s method has no effect".formatted(annotation, modifier),
                "remove '%s', or the annotation; the container intercepts neither private, static nor final methods"
                        .formatted(modifier));
    }

    void nothingToCache(String place, String annotation) {
        add(
                "ALA003",
                place,
                annotation + " on a method that returns nothing",
                "return what is to be cached, or use @InvalidateCache");
    }

    void unknownName(String place, String template, String name, Collection<String> known) {
        add(
                "ALA004",
                place,
                "template \"%s\" names {%s}, which is none of %s".formatted(template, name, sorted(known)),
                "use one of those names; if they read arg0, arg1, compile with -parameters");
    }

    void unknownProperty(String place, String template, String property, Class<?> type) {
        add(
                "ALA005",
                place,
                "template \"%s\" reads '%s', which %s does not have".formatted(template, property, type.getName()),
                "use a record component, or a property with a getter");
    }

    void malformed(String place, String template, String cause) {
        add(
                "ALA006",
                place,
                "template \"%s\" %s".formatted(template, cause),
                "write literal text and placeholders such as {id}; braces only around placeholders");
    }

    void unseparated(String place, String template, String first, String second) {
        add(
                "ALA007",
                place,
                "in template \"%s\" nothing tells {%s} from {%s}: different values could make one key"
                        .formatted(template, first, second),
                "put one of : / | , ; = & # between them");
    }

    void twoRecipes(String place) {
        add("ALA008", place, "both key and keyGenerator are given", "keep one of them");
    }

    void idleCacheKey(String place) {
        add(
                "ALA009",
                place,
                "@CacheKey has no effect beside a key, a keyGenerator or without @Cached",
                "remove it, or the key");
    }

    void illegalName(String place, String name) {
        add(
                "ALA010",
                place,
                "\"%s\" is no name of a cache".formatted(name),
                "use 1 to 100 letters, digits, '.', '_' and '-', and do not begin with 'alacena-'");
    }

    void illegalDuration(String place, String text) {
        add(
                "ALA011",
                place,
                "\"%s\" is no duration from one millisecond to ten years".formatted(text),
                "write ISO-8601, such as PT5M for five minutes or PT0.5S for half a second");
    }

    void disagreement(String cache, String what, String one, String other) {
        add(
                "ALA012",
                "cache " + cache,
                "its declarations disagree about the %s: %s; %s".formatted(what, one, other),
                "make them equal, or give one of them another cache");
    }

    void unrestorable(String place, String cause) {
        add("ALA013", place, "its result cannot be restored from bytes: " + before(cause, ';'), after(cause, ';'));
    }

    void unusableInKey(String place, String what, Class<?> type) {
        add(
                "ALA014",
                place,
                "%s of type %s cannot be part of a key".formatted(what, type.getName()),
                "name the parts of the key in key=\"{…}\", or mark the parameters that matter with @CacheKey");
    }

    void noResult(String place, String template, String cause) {
        add("ALA015", place, "template \"%s\" reads result, %s".formatted(template, cause), "use the parameters");
    }

    void nothingToInvalidate(String place) {
        add(
                "ALA016",
                place,
                "@InvalidateCache does not say what to take out",
                "give one of key, keyGenerator, prefix, pattern or all = true with the name of the cache, or tags");
    }

    void tooMuchToInvalidate(String place) {
        add(
                "ALA017",
                place,
                "@InvalidateCache gives more than one of key, keyGenerator, prefix, pattern and all",
                "repeat the annotation");
    }

    void noCache(String place, String annotation) {
        add("ALA018", place, annotation + " names no cache", "add cache = \"…\"");
    }

    void unknownCache(String place, String cache, Collection<String> known) {
        add(
                "ALA019",
                place,
                "nobody fills a cache \"%s\"; known are %s".formatted(cache, sorted(known)),
                "use the name that @Cached or @UpdateCache gives it");
    }

    /** A setting that cannot be used. */
    public void setting(String name, String value, String expected) {
        add(
                "ALA020",
                "setting " + name,
                "\"%s\" is not %s".formatted(value, expected),
                "correct it in the configuration, or remove it for the default");
    }

    void sharedKeys(String cache, String one, String other) {
        add(
                "ALA021",
                "cache " + cache,
                "one key could mean two things: %s; %s".formatted(one, other),
                "begin one of the keys with a word of its own, such as key = \"email:{email}\"");
    }

    /** A generator that is neither a bean nor can be made. */
    public void noGenerator(String place, Class<?> generator) {
        add(
                "ALA022",
                place,
                generator.getName() + " cannot be made",
                "make it a CDI bean, or give it a public constructor without parameters");
    }

    void noKey(String place) {
        add(
                "ALA023",
                place,
                "@UpdateCache does not say which entry it replaces",
                "give the key of the method that reads it, such as key = \"{id}\"");
    }

    /** A setting that contradicts another. */
    public void unfit(String name, String cause, String cure) {
        add("ALA024", "setting " + name, cause, cure);
    }

    void illegalLimit(String place, String name) {
        add(
                "ALA040",
                place,
                "\"%s\" is no name of a limit".formatted(name),
                "use 1 to 100 letters, digits, '.', '_' and '-'");
    }

    void illegalPermits(String place, int permits, long most) {
        add(
                "ALA041",
                place,
                "permits = %d is not from 1 to %d".formatted(permits, most),
                "say how many requests may come; to refuse all of them, remove the method");
    }

    void countsNobody(String place, String limit) {
        add(
                "ALA042",
                place,
                "limit %s counts neither users nor addresses".formatted(limit),
                "give by = USER, ADDRESS or both");
    }

    void limitDisagreement(String limit, String one, String other) {
        add(
                "ALA043",
                "limit " + limit,
                "its declarations disagree about permits or per: %s; %s".formatted(one, other),
                "make them equal, or give one of them another name");
    }

    /** Notes what of a result must never be cached, if anything. */
    void neverCached(String place, List<String> ways) {
        if (!ways.isEmpty()) {
            add(
                    "ALA025",
                    place,
                    "its result reaches what must never be cached: " + String.join(", ", ways),
                    "return a record without it; @NeverCache marks it");
        }
    }

    /** Notes what a key would bring along, if anything; whether it would. */
    boolean secretsInKey(String place, String what, List<String> ways) {
        if (!ways.isEmpty()) {
            add(
                    "ALA026",
                    place,
                    what + " would bring what must never be cached into a key: " + String.join(", ", ways),
                    "make the key of something else, such as an id; @NeverCache marks it");
        }
        return !ways.isEmpty();
    }

    private static String sorted(Collection<String> names) {
        return new TreeSet<>(names).toString();
    }

    private static String before(String text, char separator) {
        int at = text.lastIndexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char separator) {
        int at = text.lastIndexOf(separator);
        return at < 0 ? "return a record" : text.substring(at + 1).strip();
    }
}
