package dev.alacena.cache.cdi;

import dev.alacena.api.Cached;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Answers calls of {@code @Cached} methods. Outside of {@code @Transactional}, so that a hit begins no transaction. */
@Interceptor
@Cached
@Priority(190)
class CachedInterceptor {
    private final Reads reads;

    // public, or session beans on Payara cannot make it
    @Inject
    public CachedInterceptor(Reads reads) {
        this.reads = reads;
    }

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext context) throws Exception {
        return reads.answer(context);
    }
}
