package dev.alacena.cache.engine.interleaving;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Performs a scenario in all orders of its steps: depth first, each time from the beginning. Where those are too many, in
 * all orders with few switches away from an actor that could go on, and in a random sample.
 */
final class Interleavings {
    private static final System.Logger LOG = System.getLogger(Interleavings.class.getName());
    private static final long SEED = 42;
    private static final int MOST = 10_000;
    private static final int SAMPLE = 200;
    private final Scenario scenario;
    private int performances;

    private Interleavings(Scenario scenario) {
        this.scenario = scenario;
    }

    /** All orders. */
    static void all(Scenario scenario) {
        Interleavings interleavings = new Interleavings(scenario);
        interleavings.enumerate(Integer.MAX_VALUE);
        interleavings.tell("all");
    }

    /** All orders with at most so many switches, and a sample. */
    static void most(int switches, Scenario scenario) {
        Interleavings interleavings = new Interleavings(scenario);
        interleavings.enumerate(switches);
        interleavings.sample(SAMPLE);
        interleavings.tell("all with %d switches, and a sample".formatted(switches));
    }

    private void tell(String which) {
        LOG.log(Level.INFO, "{0}: {1} performances, {2}", scenario.roles.keySet(), performances, which);
    }

    private void enumerate(int switches) {
        Path path = new Path(switches);
        do {
            perform(path.begin());
            if (performances > MOST) {
                throw new AssertionError("more than " + MOST + " performances");
            }
        } while (path.next());
    }

    private void sample(int times) {
        for (int i = 0; i < times; i++) {
            Random random = new Random(SEED + i);
            perform((actors, lastCan) -> random.nextInt(actors));
        }
    }

    private void perform(Play.Choice choice) {
        performances++;
        List<String> steps = List.of();
        try (Scene scene = new Scene(scenario)) {
            steps = scene.conductor.steps();
            scene.play(choice);
            scene.end();
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s%nin performance %d, seed of samples %d:%n%s"
                            .formatted(e.getMessage(), performances, SEED, String.join("\n", steps)),
                    e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** One way through the tree of choices, and from it to the next one. */
    private static final class Path {
        private final List<Fork> forks = new ArrayList<>();
        private final int allowed;
        private int at;
        private int switches;

        /** Where one of several actors could go on, and which one did. */
        private record Fork(int actors, int taken) {
            boolean last() {
                return taken + 1 == actors;
            }
        }

        Path(int allowed) {
            this.allowed = allowed;
        }

        Play.Choice begin() {
            at = 0;
            switches = 0;
            return this::choose;
        }

        private int choose(int actors, boolean lastCan) {
            if (at == forks.size()) {
                forks.add(new Fork(lastCan && switches == allowed ? 1 : actors, 0));
            }
            int taken = forks.get(at++).taken();
            switches += lastCan && taken > 0 ? 1 : 0;
            return taken;
        }

        /** Goes to the next way; false when there is none. */
        boolean next() {
            while (!forks.isEmpty() && forks.get(forks.size() - 1).last()) {
                forks.remove(forks.size() - 1);
            }
            if (!forks.isEmpty()) {
                Fork fork = forks.remove(forks.size() - 1);
                forks.add(new Fork(fork.actors(), fork.taken() + 1));
            }
            return !forks.isEmpty();
        }
    }
}
