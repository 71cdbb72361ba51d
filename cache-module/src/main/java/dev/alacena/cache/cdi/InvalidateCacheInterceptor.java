package dev.alacena.cache.cdi;

import dev.alacena.api.InvalidateCache;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Follows calls of methods with one {@code @InvalidateCache}. Inside of {@code @Transactional}. */
@Interceptor
@InvalidateCache
@Priority(1000)
class InvalidateCacheInterceptor {
    private final Changing changing;

    // public, or session beans on Payara cannot make it
    @Inject
    public InvalidateCacheInterceptor(Changing changing) {
        this.changing = changing;
    }

    @AroundInvoke
    @Nullable
    Object invalidate(InvocationContext context) throws Exception {
        return changing.invalidate(context);
    }
}
