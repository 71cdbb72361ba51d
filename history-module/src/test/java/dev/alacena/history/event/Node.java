package dev.alacena.history.event;

/** One JVM: a process of the run, and which of its lives. */
public record Node(int process, int life) {
    private static final int LIVES = 10_000;

    public int id() {
        return process * LIVES + life;
    }

    public static Node of(int id) {
        return new Node(id / LIVES, id % LIVES);
    }

    @Override
    public String toString() {
        return "p" + process + "." + life;
    }
}
