package dev.alacena.history.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.IntSupplier;

/** Requests around calls, as on a server: what a transaction sees is not older than its request. */
@ApplicationScoped
class Requests {

    @ActivateRequestContext
    public int run(IntSupplier call) {
        return call.getAsInt();
    }
}
