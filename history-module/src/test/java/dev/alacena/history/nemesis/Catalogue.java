package dev.alacena.history.nemesis;

import dev.alacena.history.nemesis.BadLink.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The kinds of trouble that can be made in a run, by name. */
public final class Catalogue {
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<? extends Victim> victims;

    /** Makes a trouble for somebody. */
    interface Kind {
        Trouble make(Random random);
    }

    /** All kinds, or those alone that are named. */
    public Catalogue(Level2 servers, List<? extends Victim> victims, Set<String> names) {
        this.victims = victims;
        add(random -> new KillProcess(one(random)));
        add(random -> new PauseProcess(one(random), false));
        add(random -> new PauseProcess(one(random), true));
        add(random -> new Flush(servers));
        add(random -> new ForgetScripts(servers));
        add(random -> new FreezeRedis(servers));
        add(random -> new PauseClients(servers, false));
        add(random -> new PauseClients(servers, true));
        add(random -> new KillClients(servers));
        add(random -> new FullMemory(servers));
        if (servers.canFailOver()) {
            add(random -> new FailOver(servers));
        } else {
            add(random -> new KillRedis(servers));
            links();
        }
        if (!names.isEmpty()) {
            if (!kinds.keySet().containsAll(names) && !names.equals(Set.of("none"))) {
                throw new IllegalArgumentException("faults are " + kinds.keySet() + ", not " + names);
            }
            kinds.keySet().retainAll(names);
        }
    }

    /** Those of a set are not links to one server. */
    private void links() {
        for (Way way : Way.values()) {
            add(random -> way.of(one(random)));
        }
        // with a random of its own: how often it is asked depends on time
        add(random -> new Resets(one(random), new Random(random.nextLong())));
    }

    private void add(Kind kind) {
        kinds.put(kind.make(new Random(0)).name(), kind);
    }

    private Victim one(Random random) {
        return victims.get(random.nextInt(victims.size()));
    }

    List<Kind> kinds() {
        return new ArrayList<>(kinds.values());
    }
}
