package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.AsyncLoader;
import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Lets a loader run in another thread as if the caller ran it: class loader, naming and identity, by Jakarta Concurrency. */
final class CallerContext {
    private static final String SERVICE = "java:comp/DefaultContextService";

    private CallerContext() {}

    @SuppressWarnings("BanJNDI") // a constant name of the platform
    static AsyncLoader keep(AsyncLoader loader) {
        try {
            ContextService service = InitialContext.doLookup(SERVICE);
            Callable<CompletionStage<@Nullable Object>> contextual = service.contextualCallable(loader::load);
            return contextual::call;
        } catch (NamingException e) {
            // a container without Jakarta Concurrency has no context to keep
            return loader;
        }
    }
}
