package dev.alacena.cache.cdi;

import dev.alacena.api.UpdateCache;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Writes the results of {@code @UpdateCache} methods through. Inside of {@code @Transactional}. */
@Interceptor
@UpdateCache(cache = "")
@Priority(1100)
class UpdateCacheInterceptor {
    private final Changing changing;

    // public, or session beans on Payara cannot make it
    @Inject
    public UpdateCacheInterceptor(Changing changing) {
        this.changing = changing;
    }

    @AroundInvoke
    @Nullable
    Object update(InvocationContext context) throws Exception {
        return changing.update(context);
    }
}
