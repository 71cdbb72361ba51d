package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the memory of this node, and the copy that all share, complete. When something may be missing it loads the copy, or
 * what the authority has, and puts back what the copy lacks. It also asks the authority for what is new: a node that wrote a
 * revocation down may have died, or be cut off, before it told anybody. One thread does all of it.
 */
public final class Refilling {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** Turns between two looks at what is over, and at what slow transactions wrote. */
    private static final int SELDOM = 60;

    /** No transaction takes longer. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final long MOMENT_MILLIS = 1_000;

    /** Turns in vain before it is worth a line: an application starts before its database is ready. */
    private static final int PATIENCE = 5;

    /** Revocations put back at once. */
    private static final int FEW = 500;

    private static final Suspect NOBODY = new Suspect("", null, null, null);

    private final Revocations revocations;
    private final KnownRevocations known;
    private final RevocationCopy copy;
    private final @Nullable Authority authority;
    private final Times times;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private int failures;
    private int turns;

    /** Whether the copy may lack something although it is marked complete: a store that did not answer was not told. */
    private boolean owed;

    /**
     * What time it is.
     *
     * @param period between two turns
     * @param clock monotonic
     * @param wall seconds since 1970
     */
    public record Times(Duration period, Clock clock, LongSupplier wall) {}

    /** Refills from an authority, if there is one. */
    public Refilling(Revocations revocations, @Nullable Authority authority, Times times) {
        this.revocations = revocations;
        this.known = revocations.known();
        this.copy = revocations.copy();
        this.authority = authority;
        this.times = times;
    }

    /** Goes on in a thread of its own, until it is stopped. Without an authority the first turn is over on return. */
    public void start() {
        if (authority == null) {
            turn();
        }
        known.whenMissed(woken::release);
        Thread began = new Thread(this::run, "alacena-revocations");
        began.setDaemon(true);
        thread = began;
        began.start();
    }

    /** No more turns; waits a moment for the one that goes on. */
    public void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(MOMENT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!stopped) {
                turn();
                woken.tryAcquire(times.period().toNanos(), TimeUnit.NANOSECONDS);
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once after everything. */
    void turn() {
        try {
            boolean seldom = turns++ % SELDOM == 0;
            if (!revocations.compared()) {
                compare();
            }
            if (!known.complete()) {
                fill();
            }
            if (authority != null) {
                authority.recent(seldom ? LONG : times.period().multipliedBy(10), this::news);
            }
            if (!copyComplete()) {
                rebuild(known.gaps());
            } else if (owed) {
                owed = !putBack();
            }
            if (seldom) {
                prune();
            }
            failures = 0;
        } catch (SQLException | RuntimeException e) {
            failed(e);
        }
    }

    private void news(Revocation revocation) {
        if (known.add(revocation)) {
            revocations.spread(revocation);
        }
    }

    private void prune() throws SQLException {
        known.prune(times.wall().getAsLong());
        if (authority != null) {
            authority.prune();
        }
    }

    /** A store that does not answer is none that has lost something. */
    private boolean copyComplete() {
        return revocations
                .ask(() -> copy.find(NOBODY))
                .map(RevocationCopy.Answer::complete)
                .orElse(true);
    }

    /**
     * Reads the authority once, whatever the copy says of itself: a node that is no more may have written down what it could
     * not tell. Without the authority the copy has to do until a later turn.
     */
    private void compare() {
        Authority asked = authority;
        if (asked == null) {
            revocations.wereCompared();
            return;
        }
        try {
            readAuthority(asked, known.gaps());
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "what the database has is not compared with Redis yet ({0})", e.toString());
        }
    }

    private void readAuthority(Authority asked, long gaps) throws SQLException {
        long began = times.clock().nanos();
        asked.all(known::add);
        known.loaded(gaps, began);
        revocations.wereCompared();
        owed = true;
    }

    private void fill() throws SQLException {
        long gaps = known.gaps();
        long began = times.clock().nanos();
        if (loadCopy()) {
            known.loaded(gaps, began);
        } else {
            rebuild(gaps);
        }
    }

    /** Whether all pages came from one complete copy. */
    private boolean loadCopy() {
        String cursor = RevocationCopy.START;
        String mark = "";
        do {
            String from = cursor;
            Optional<RevocationCopy.Page> page = revocations.ask(() -> copy.page(from));
            if (page.isEmpty()
                    || page.get().mark().isEmpty()
                    || !(mark.isEmpty() || mark.equals(page.get().mark()))) {
                return false;
            }
            page.get().revocations().forEach(known::add);
            mark = page.get().mark();
            cursor = page.get().next();
        } while (!cursor.equals(RevocationCopy.START));
        return true;
    }

    /**
     * From the authority, and from memory for what the copy has lost. What is committed after the authority is read is put
     * into the copy, and told, after the rebuild has begun.
     */
    private void rebuild(long gaps) throws SQLException {
        Authority asked = authority;
        long began = times.clock().nanos();
        Optional<String> rebuild = revocations.ask(copy::begin);
        if (asked != null) {
            readAuthority(asked, gaps);
        } else if (rebuild.isEmpty()) {
            return;
        } else {
            known.loaded(gaps, began);
        }
        if (rebuild.isPresent() && putBack()) {
            owed = revocations.ask(() -> copy.complete(rebuild.get())).isEmpty();
        }
    }

    private boolean putBack() {
        List<Revocation> all = known.all();
        for (int from = 0; from < all.size(); from += FEW) {
            List<Revocation> few = all.subList(from, Math.min(all.size(), from + FEW));
            if (revocations.ask(() -> copy.put(few).thenApply(done -> true)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Once for each time that the authority stays away. */
    private void failed(Exception cause) {
        boolean worthALine = ++failures == PATIENCE && !stopped;
        LOG.log(
                worthALine ? Level.WARNING : Level.DEBUG,
                "The database does not say which tokens are revoked ({0})",
                cause.toString());
    }
}
