package dev.alacena.cache.security.limit;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.limit.RateLimited.By;
import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.plan.LimitPlan;
import dev.alacena.cache.plan.Limits;
import dev.alacena.cache.security.limit.Outcome.Said;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the limits of a method whether a request may pass. Thread-safe. */
@Part
class Gate {
    private final Limits limits;
    private final RateLimits door;
    private final ClientAddress addresses;

    @Inject
    public Gate(Limits limits, RateLimits door, ClientAddress addresses) {
        this.limits = limits;
        this.door = door;
        this.addresses = addresses;
    }

    /** The limits of a method; empty for none. */
    List<LimitPlan> limits(Class<?> resource, Method method) {
        return limits.of(resource, method);
    }

    /** Takes from all buckets, up to the first that is empty. */
    Outcome pass(List<LimitPlan> plans, @Nullable Principal user, HttpServletRequest request) {
        List<Said> said = new ArrayList<>();
        for (LimitPlan plan : plans) {
            Verdict verdict = take(plan.limit(), keys(plan, user, request));
            said.add(new Said(plan, verdict));
            if (!verdict.allowed()) {
                break;
            }
        }
        return new Outcome(said);
    }

    private Verdict take(String limit, Set<String> keys) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String key : keys) {
            Verdict verdict = door.take(limit, key);
            verdicts.add(verdict);
            if (!verdict.allowed()) {
                break;
            }
        }
        return verdicts.stream().min(Said.TIGHTEST).orElseThrow();
    }

    /** Without a user the address stands for one: two ways to say it are one bucket. */
    private Set<String> keys(LimitPlan plan, @Nullable Principal user, HttpServletRequest request) {
        Set<String> keys = new LinkedHashSet<>();
        String name = user == null ? null : user.getName();
        for (By by : new TreeSet<>(plan.by())) {
            keys.add(by == By.USER && name != null ? "user:" + name : "address:" + addresses.network(request));
        }
        return keys;
    }
}
