package dev.alacena.history.application;

import dev.alacena.api.Caches;
import dev.alacena.history.application.Worker.Pace;
import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;

/** The beans of the container and what the threads share, put together for each thread. */
final class Beans {
    private final SeContainer container;
    private final Setup setup;
    private final Naive naive;
    private final Blame blame;
    private final Watch watch;

    Beans(SeContainer container, Setup setup) throws IOException {
        this.container = container;
        this.setup = setup;
        this.naive = new Naive(setup.naive());
        this.blame = new Blame(setup);
        this.watch = new Watch(bean(Caches.class), setup);
        watch.start();
    }

    Worker worker(int thread, long seed, Pace pace) throws IOException {
        Logbook log = new Logbook(setup, thread, watch);
        Choice choice = new Choice(seed);
        Reader reader = new Reader(bean(Cabinet.class), naive, choice, log, blame);
        Writer writer = new Writer(bean(Changes.class), naive, log, setup.node(), thread);
        Scripts.Surroundings surroundings = new Scripts.Surroundings(
                bean(Requests.class), bean(Units.class), bean(InnerUnits.class), bean(Database.class), blame);
        return new Worker(new Scripts(surroundings, choice, reader, writer), choice, reader, pace);
    }

    Crowd crowd() {
        return new Crowd(bean(Cabinet.class));
    }

    private <T> T bean(Class<T> type) {
        return container.select(type).get();
    }
}
