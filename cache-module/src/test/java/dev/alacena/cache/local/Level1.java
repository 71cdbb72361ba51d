package dev.alacena.cache.local;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/** Level 1 as it is used for one key; each thread has at most one reading under way. */
@Param(name = "version", gen = IntGen.class, conf = "1:3")
@Param(name = "thread", gen = ThreadIdGen.class)
public class Level1 {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Policy POLICY = new Policy("users", true, true, 100, new Policy.Times(LONG, LONG, LONG));
    private static final Key KEY = new Key("users", "42", "0a0b0c0d");
    private static final String TAG = "t";
    private final Near near;
    private final Near.Seat[] seats = new Near.Seat[10];

    public Level1() {
        this(new NearCache(LONG, () -> 0));
    }

    protected Level1(Near near) {
        this.near = near;
        near.heard(Long.MAX_VALUE);
    }

    @Operation
    public void reserve(@Param(name = "thread") int thread) {
        seats[thread] = near.reserve(POLICY, KEY);
    }

    @Operation
    public void fill(@Param(name = "thread") int thread, @Param(name = "version") int version) {
        if (seats[thread] != null) {
            near.fill(KEY, seats[thread], new Near.Copy(version, Map.of(TAG, 1L), version, LONG));
        }
    }

    @Operation
    public int find() {
        Near.Copy copy = near.find(KEY);
        return copy == null ? 0 : (int) copy.held();
    }

    @Operation
    public void drop() {
        near.drop(KEY);
    }

    @Operation
    public void dropTags() {
        near.dropTags(List.of(TAG));
    }

    @Operation
    public void sweep() {
        near.drop(new Sweep.All("users"));
    }
}
