package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Sweep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The stream in which all nodes announce what they invalidate. Thread-safe. */
final class Stream {
    /** A reader that is further behind starts anew. */
    private static final int MOST = 100_000;

    /** Messages of one turn. */
    static final int TURN = 1_000;

    private final Scripts scripts;
    private final List<Object> keys;
    private final List<Object> heard;
    private final Duration journal;

    Stream(Scripts scripts, Keyspace keyspace, Duration journal) {
        this.scripts = scripts;
        this.keys = List.of(keyspace.stream(), keyspace.head());
        this.heard = List.of(keyspace.stream(), keyspace.head(), keyspace.sweeps());
        this.journal = journal;
    }

    /** A position before anything was heard. */
    static final String NOWHERE = "";

    /** The position before the first message. */
    static final String START = "0-0";

    /**
     * What was heard in one turn.
     *
     * @param identity of the server
     * @param epoch of the stream
     * @param number of its last message
     * @param formats version of the formats in use
     * @param messages in order
     * @param abandoned sweeps that this node is to make; those that this version does not understand are left to others
     */
    record Heard(
            String identity,
            String epoch,
            long number,
            long formats,
            List<Message> messages,
            List<Abandoned> abandoned) {}

    /** A sweep that its writer has recorded and not made. */
    record Abandoned(Sweep sweep, String fence) {
        private static final String SEPARATOR = "\n";

        /** The text of a key comes last, as it may be any. */
        String text() {
            return fence
                    + SEPARATOR
                    + String.join(
                            SEPARATOR, fields(new Announcement.OfSweep(sweep)).subList(0, 3));
        }

        static List<Abandoned> of(String text) {
            String[] parts = text.split(SEPARATOR, 4);
            Announcement announcement = parts.length < 4
                    ? null
                    : announcement(Map.of("kind", parts[1], "cache", parts[2], "text", parts[3]));
            return announcement instanceof Announcement.OfSweep ofSweep
                    ? List.of(new Abandoned(ofSweep.sweep(), parts[0]))
                    : List.of();
        }
    }

    /**
     * One message.
     *
     * @param position in the stream
     * @param number by which it follows the one before
     * @param serverMillis when it was invalidated
     * @param announcement what; null for one that this version does not understand
     */
    record Message(String position, long number, long serverMillis, @Nullable Announcement announcement) {}

    /** To be run with what it announces. */
    Scripts.Announcing announcing(Announcement announcement) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(UUID.randomUUID());
        arguments.add(journal.toMillis());
        arguments.add(MOST);
        arguments.addAll(fields(announcement));
        return new Scripts.Announcing(keys, arguments);
    }

    /** What came after a position; the last message alone when there is none yet. */
    CompletionStage<Heard> hear(String position) {
        return scripts.run(new Scripts.Call(Script.HEAR, heard, UUID.randomUUID(), position, TURN, journal.toMillis()))
                .thenApply(reply -> heard(reply.parts()));
    }

    private static List<String> fields(Announcement announcement) {
        if (announcement instanceof Announcement.OfKey ofKey) {
            Key key = ofKey.key();
            return List.of("key", key.cache(), key.text(), key.fingerprint());
        }
        if (announcement instanceof Announcement.OfTag ofTag) {
            return List.of("tag", "", ofTag.tag(), "");
        }
        if (announcement instanceof Announcement.OfRevocation ofRevocation) {
            Revocation revocation = ofRevocation.revocation();
            return List.of("revocation", "", revocation.field(), revocation.value());
        }
        Sweep sweep = ((Announcement.OfSweep) announcement).sweep();
        if (sweep instanceof Sweep.Prefix prefix) {
            return List.of("prefix", prefix.cache(), prefix.text(), "");
        }
        if (sweep instanceof Sweep.Pattern pattern) {
            return List.of("pattern", pattern.cache(), pattern.glob(), "");
        }
        if (sweep instanceof Sweep.Names names) {
            return List.of("names", "", String.join("\n", names.globs()), "");
        }
        return List.of("all", sweep.cache(), "", "");
    }

    private static Heard heard(List<Object> parts) {
        List<Message> messages = new ArrayList<>();
        for (Object message : (List<?>) parts.get(5)) {
            List<?> pair = (List<?>) message;
            messages.add(message(text(pair.get(0)), fields((List<?>) pair.get(1))));
        }
        List<Abandoned> abandoned = ((List<?>) parts.get(6))
                .stream()
                        .map(Stream::text)
                        .flatMap(text -> Abandoned.of(text).stream())
                        .toList();
        return new Heard(
                text(parts.get(0)), text(parts.get(2)), (Long) parts.get(3), (Long) parts.get(4), messages, abandoned);
    }

    static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        return fields;
    }

    private static Message message(String position, Map<String, String> fields) {
        try {
            long number = Long.parseLong(fields.getOrDefault("n", "-1"));
            long serverMillis = Long.parseLong(fields.getOrDefault("at", "0"));
            return new Message(position, number, serverMillis, announcement(fields));
        } catch (NumberFormatException e) {
            return new Message(position, -1, 0, null);
        }
    }

    private static @Nullable Announcement announcement(Map<String, String> fields) {
        String cache = fields.getOrDefault("cache", "");
        String text = fields.getOrDefault("text", "");
        return switch (fields.getOrDefault("kind", "")) {
            case "key" -> new Announcement.OfKey(new Key(cache, text, fields.getOrDefault("fingerprint", "")));
            case "tag" -> new Announcement.OfTag(text);
            case "prefix" -> new Announcement.OfSweep(new Sweep.Prefix(cache, text));
            case "pattern" -> new Announcement.OfSweep(new Sweep.Pattern(cache, text));
            case "names" -> new Announcement.OfSweep(new Sweep.Names(List.of(text.split("\n", -1))));
            case "all" ->
                new Announcement.OfSweep(
                        cache.equals(Sweep.EVERY_CACHE) ? new Sweep.Everything() : new Sweep.All(cache));
            case "revocation" ->
                Revocation.parse(text, fields.getOrDefault("fingerprint", ""))
                        .map(Announcement.OfRevocation::new)
                        .orElse(null);
            default -> null;
        };
    }

    static String text(Object bytes) {
        return bytes instanceof byte[] raw ? new String(raw, StandardCharsets.UTF_8) : String.valueOf(bytes);
    }
}
