package dev.alacena.benchmark.shop;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

@Interceptor
@Empty
@Priority(190)
class EmptyInterceptor {
    @AroundInvoke
    @Nullable
    Object pass(InvocationContext context) throws Exception {
        return context.proceed();
    }
}
