package dev.alacena.cache.security.limit;

import dev.alacena.cache.plan.LimitPlan;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Puts a filter before each resource method that has limits. */
@Provider
public final class LimitFeature implements DynamicFeature {
    /** The user is known, and whatever may be refused for other reasons has been counted. */
    private static final int BEFORE_AUTHORIZATION = (Priorities.AUTHENTICATION + Priorities.AUTHORIZATION) / 2;

    /** Whichever request the calling thread works for. Injected here, as Jersey leaves filters that are registered alone. */
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Gate gate = CDI.current().select(Gate.class).get();
        List<LimitPlan> plans = gate.limits(resource.getResourceClass(), resource.getResourceMethod());
        if (!plans.isEmpty()) {
            context.register(new LimitFilter(gate, plans, request), BEFORE_AUTHORIZATION);
        }
    }
}
