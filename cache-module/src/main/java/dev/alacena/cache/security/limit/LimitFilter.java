package dev.alacena.cache.security.limit;

import dev.alacena.cache.plan.LimitPlan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;

/** Refuses requests for which there is no permit, and tells all how many are left. */
final class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String OUTCOME = "dev.alacena.rate-limits";

    private final Gate gate;
    private final List<LimitPlan> plans;
    private final HttpServletRequest request;

    /**
     * A filter for one method.
     *
     * @param request stands for whichever the calling thread works for
     */
    LimitFilter(Gate gate, List<LimitPlan> plans, HttpServletRequest request) {
        this.gate = gate;
        this.plans = plans;
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Outcome outcome = gate.pass(plans, context.getSecurityContext().getUserPrincipal(), request);
        context.setProperty(OUTCOME, outcome);
        outcome.refusal().ifPresent(verdict -> context.abortWith(TooManyRequests.of(verdict)));
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(OUTCOME) instanceof Outcome outcome) {
            response.getHeaders().putSingle("RateLimit-Policy", outcome.policies());
            response.getHeaders().putSingle("RateLimit", outcome.services());
        }
    }
}
