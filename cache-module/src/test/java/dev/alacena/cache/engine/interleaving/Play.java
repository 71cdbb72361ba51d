package dev.alacena.cache.engine.interleaving;

/**
 * How actors are led.
 *
 * @param choice who goes on
 * @param before happens before each step
 * @param after happens after each step, when nobody moves
 */
record Play(Choice choice, Runnable before, Runnable after) {
    /** Which one of those who can goes on; the first of them is the one that went last, if {@code lastCan}. */
    interface Choice {
        int of(int actors, boolean lastCan);
    }
}
