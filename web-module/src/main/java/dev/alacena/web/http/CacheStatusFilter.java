package dev.alacena.web.http;

import dev.alacena.api.CacheRead;
import dev.alacena.api.MissReason;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each answer that clients may keep, or that {@link TellsOfCaches}, what the caches did for it: {@code
 * Cache-Status} with an element for each read, in the order of the reads, without keys, which may name people; {@code
 * X-Cache}, {@code HIT} if all reads were; {@code X-Cache-Time}, the seconds that the request took; {@code Age}, that of the
 * oldest part. Who reads that learns what others have read before: {@code web.cache-headers} lets it be told, and nothing is by
 * default.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9211">RFC 9211, Cache-Status</a>
 */
@Provider
@Priority(CacheStatusFilter.FIRST)
public final class CacheStatusFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** Of request filters the first, of response filters the one before {@link ConditionalFilter}. */
    static final int FIRST = ConditionalFilter.LAST + 1;

    private static final double NANOS = 1e9;

    private final boolean tells = ConfigProvider.getConfig()
            .getOptionalValue("web.cache-headers", Boolean.class)
            .orElse(false);

    @Inject
    CacheWatch watch;

    @Override
    public void filter(ContainerRequestContext request) {
        if (tells) {
            watch.begin();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        boolean told = response.getHeaderString(HttpHeaders.CACHE_CONTROL) == null
                || response.getEntity() instanceof TellsOfCaches;
        if (reads && told && watch.begun() && response.getStatus() == Response.Status.OK.getStatusCode()) {
            tell(watch.reads(), response.getHeaders());
        }
    }

    private void tell(List<CacheRead> reads, MultivaluedMap<String, Object> headers) {
        headers.putSingle("X-Cache", summary(reads));
        headers.putSingle(
                "X-Cache-Time", String.format(Locale.ROOT, "%.6f", watch.time().toNanos() / NANOS));
        if (!reads.isEmpty()) {
            headers.putSingle(
                    "Cache-Status",
                    reads.stream().map(CacheStatusFilter::element).collect(Collectors.joining(", ")));
            Duration oldest = reads.stream()
                    .map(CacheRead::age)
                    .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) < 0 ? other : one);
            headers.putSingle("Age", oldest.toSeconds());
        }
    }

    private static String summary(List<CacheRead> reads) {
        if (reads.stream().allMatch(read -> read.reason() == MissReason.BYPASS)) {
            return "SKIP";
        }
        return reads.stream().allMatch(CacheRead::hit) ? "HIT" : "MISS";
    }

    private static String element(CacheRead read) {
        MissReason reason = read.reason();
        if (reason == null) {
            return "%s; hit; ttl=%d; detail=%s"
                    .formatted(read.cache(), read.timeToLive().toSeconds(), word(read.level()));
        }
        return "%s; fwd=%s; detail=%s"
                .formatted(read.cache(), reason == MissReason.BYPASS ? "bypass" : "miss", word(reason));
    }

    private static String word(@Nullable Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
