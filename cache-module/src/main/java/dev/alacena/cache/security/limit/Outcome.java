package dev.alacena.cache.security.limit;

import dev.alacena.api.limit.Verdict;
import dev.alacena.cache.plan.LimitPlan;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the limits of a method have said of a request, in the fields of draft-ietf-httpapi-ratelimit-headers-11.
 *
 * @param said in the order of the limits; nothing follows the first refusal
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11">the draft</a>
 */
record Outcome(List<Said> said) {

    /** A limit, and the tightest of what its buckets say. */
    record Said(LimitPlan plan, Verdict verdict) {
        static final Comparator<Verdict> TIGHTEST =
                Comparator.comparing(Verdict::allowed).thenComparingLong(Verdict::remaining);

        String policy() {
            Duration per = plan.bucket().per();
            String window = per.toNanosPart() == 0 ? ";w=" + per.toSeconds() : "";
            return "\"%s\";q=%d%s".formatted(plan.limit(), plan.bucket().permits(), window);
        }

        String service() {
            return "\"%s\";r=%d;t=%d".formatted(plan.limit(), verdict.remaining(), verdict.retryAfter());
        }
    }

    Outcome {
        said = List.copyOf(said);
    }

    Optional<Verdict> refusal() {
        return said.stream()
                .map(Said::verdict)
                .filter(verdict -> !verdict.allowed())
                .findFirst();
    }

    /** The value of {@code RateLimit-Policy}. */
    String policies() {
        return list(Said::policy);
    }

    /** The value of {@code RateLimit}: the window is the time until there is one permit more. */
    String services() {
        return list(Said::service);
    }

    private String list(Function<Said, String> item) {
        return said.stream().map(item).collect(Collectors.joining(", "));
    }
}
