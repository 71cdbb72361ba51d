package dev.alacena.web.it.beans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the calls that reached a method: equal numbers are one call. */
@ApplicationScoped
public class Calls {

    private final AtomicInteger last = new AtomicInteger();

    /** The number of this call. */
    public int next() {
        return last.incrementAndGet();
    }
}
