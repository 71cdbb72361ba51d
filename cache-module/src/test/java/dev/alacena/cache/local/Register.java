package dev.alacena.cache.local;

/** What level 1 does for one key, one operation at a time. */
public class Register {
    private final int[] seats = new int[10];
    private int last;
    private int seat;
    private int version;

    public void reserve(int thread) {
        if (seat == 0 || version > 0) {
            seat = ++last;
            version = 0;
        }
        seats[thread] = seat;
    }

    public void fill(int thread, int newer) {
        if (seats[thread] != 0 && seats[thread] == seat && newer > version) {
            version = newer;
        }
    }

    public int find() {
        return version;
    }

    public void drop() {
        seat = 0;
        version = 0;
    }

    public void dropTags() {
        drop();
    }

    public void sweep() {
        drop();
    }
}
