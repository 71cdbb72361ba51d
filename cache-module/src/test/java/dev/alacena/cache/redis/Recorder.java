package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Sweep;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a listener is told. */
final class Recorder implements Listener {
    final List<Announcement> invalidated = new ArrayList<>();
    long heard = -1;
    final List<Sweep> abandoned = new ArrayList<>();
    int missed;
    int replaced;

    @Override
    public void heard(long moment) {
        heard = moment;
    }

    @Override
    public void invalidated(Announcement announcement) {
        invalidated.add(announcement);
    }

    @Override
    public void abandoned(Sweep sweep, String fence) {
        abandoned.add(sweep);
    }

    @Override
    public void missed() {
        missed++;
    }

    @Override
    public void replaced() {
        replaced++;
    }
}
