package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The revocations in the memory of this node, and since when it may lack some. What is known stays known, whatever Redis
 * loses. Thread-safe; a check allocates nothing for a token against which there is nothing.
 */
public final class KnownRevocations {
    private final Map<String, OfIssuer> issuers = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Age heard = new Age();
    private final Age sure = new Age();
    private volatile Runnable whenMissed = () -> {};
    private volatile boolean complete;
    private long gaps;

    KnownRevocations(Clock clock) {
        this.clock = clock;
    }

    /** A moment of the past, if there was one; the last of all moments is always now. */
    private static final class Age {
        private volatile @Nullable Long moment;

        boolean within(long nanos, long now) {
            Long last = moment;
            return last != null && (last == Long.MAX_VALUE || now - last < nanos);
        }
    }

    private record OfIssuer(Map<String, Long> tokens, Map<String, Long> sessions, Map<String, Mark> subjects) {
        OfIssuer() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        Map<String, Long> named(Revocation.Kind kind) {
            return kind == Revocation.Kind.TOKEN ? tokens : sessions;
        }

        boolean empty() {
            return tokens.isEmpty() && sessions.isEmpty() && subjects.isEmpty();
        }
    }

    private record Mark(long mark, long until) {
        Mark and(Mark other) {
            return new Mark(Math.max(mark, other.mark), Math.max(until, other.until));
        }
    }

    /** Remembers it; whether it is news. */
    boolean add(Revocation revocation) {
        boolean[] news = new boolean[1];
        issuers.compute(revocation.issuer(), (issuer, known) -> {
            OfIssuer all = known == null ? new OfIssuer() : known;
            news[0] = revocation.kind() == Revocation.Kind.SUBJECT
                    ? addMark(all.subjects(), revocation)
                    : addName(all.named(revocation.kind()), revocation);
            return all;
        });
        return news[0];
    }

    private static boolean addMark(Map<String, Mark> subjects, Revocation revocation) {
        Mark added = new Mark(revocation.mark(), revocation.until());
        Mark before = subjects.get(revocation.name());
        return !subjects.merge(revocation.name(), added, Mark::and).equals(before);
    }

    private static boolean addName(Map<String, Long> names, Revocation revocation) {
        Long before = names.get(revocation.name());
        return !names.merge(revocation.name(), revocation.until(), Math::max).equals(before);
    }

    Findings find(Suspect suspect) {
        OfIssuer known = issuers.get(suspect.issuer());
        if (known == null) {
            return Findings.NONE;
        }
        boolean named = (suspect.id() != null && known.tokens().containsKey(suspect.id()))
                || (suspect.session() != null && known.sessions().containsKey(suspect.session()));
        Mark mark = suspect.subject() == null ? null : known.subjects().get(suspect.subject());
        return !named && mark == null
                ? Findings.NONE
                : new Findings(named, mark == null ? Findings.NO_MARK : mark.mark());
    }

    /** Everything. */
    List<Revocation> all() {
        List<Revocation> all = new ArrayList<>();
        issuers.forEach((issuer, known) -> {
            known.tokens().forEach((name, until) -> all.add(named(Revocation.Kind.TOKEN, issuer, name, until)));
            known.sessions().forEach((name, until) -> all.add(named(Revocation.Kind.SESSION, issuer, name, until)));
            known.subjects()
                    .forEach((name, mark) ->
                            all.add(new Revocation(Revocation.Kind.SUBJECT, issuer, name, mark.mark(), mark.until())));
        });
        return all;
    }

    private static Revocation named(Revocation.Kind kind, String issuer, String name, long until) {
        return new Revocation(kind, issuer, name, Findings.NO_MARK, until);
    }

    /** Forgets what need not be remembered at this time, in seconds since 1970. */
    void prune(long now) {
        for (String one : issuers.keySet()) {
            issuers.computeIfPresent(one, (issuer, known) -> {
                known.tokens().values().removeIf(until -> until < now);
                known.sessions().values().removeIf(until -> until < now);
                known.subjects().values().removeIf(mark -> mark.until() < now);
                return known.empty() ? null : known;
            });
        }
    }

    /** How many there are. */
    public long size() {
        return issuers.values().stream()
                .mapToLong(known -> known.tokens().size()
                        + known.sessions().size()
                        + known.subjects().size())
                .sum();
    }

    /** What is to run when something may have been missed. */
    void whenMissed(Runnable action) {
        whenMissed = action;
    }

    /** Something may have been missed: memory is not enough until it is loaded anew. */
    void missed() {
        synchronized (this) {
            gaps++;
            complete = false;
        }
        whenMissed.run();
    }

    /** Whatever was revoked before this moment has been told, but for what was missed. */
    synchronized void heard(long moment) {
        heard.moment = moment;
        if (complete) {
            sure.moment = moment;
        }
    }

    synchronized long gaps() {
        return gaps;
    }

    /** Everything from before this moment was loaded; it counts if nothing was missed after so many gaps. */
    synchronized void loaded(long afterGaps, long moment) {
        if (gaps == afterGaps) {
            complete = true;
            sure.moment = moment;
        }
    }

    boolean complete() {
        return complete;
    }

    /** Whether this node hears, and nothing can be missing that was revoked so long ago; to be asked before {@link #find}. */
    boolean sure(Duration maxStaleness) {
        // in this order: a gap empties the proof before it is renewed
        return heard.within(maxStaleness.toNanos(), clock.nanos()) && complete;
    }

    /** Whether nothing can be missing that was revoked so long ago, by what was heard or loaded before. */
    boolean sureWithin(Duration age) {
        return sure.within(age.toNanos(), clock.nanos());
    }
}
