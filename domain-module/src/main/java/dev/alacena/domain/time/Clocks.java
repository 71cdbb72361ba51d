package dev.alacena.domain.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of the application: that of the machine, in UTC; tests put their own in its place. */
@Dependent
class Clocks {

    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }
}
