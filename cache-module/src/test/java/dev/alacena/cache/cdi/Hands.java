package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Cupboard;

/** Hands for tests outside of a container. */
public final class Hands {
    private Hands() {}

    public static Hand of(Cupboard cupboard) {
        return new Hand(cupboard, new Transactions(cupboard, new Requests()));
    }
}
