package dev.alacena.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets the pages of {@code web.cors.origins} read our answers, a list of origins such as {@code https://app.example.org};
 * nobody's by default. Never with credentials of the browser: tokens are in a header that a page sets itself.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@WebFilter(value = "/*", asyncSupported = true)
public final class CrossOrigin extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String VARY = "Vary";
    private static final String SENT =
            "Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID, X-Time-Zone";
    private static final String EXPOSED = "Location, Link, X-Total-Count, ETag, Allow, WWW-Authenticate, Retry-After, "
            + "RateLimit, RateLimit-Policy, Cache-Status, X-Cache, X-Cache-Time, Age";

    @SuppressWarnings("serial") // filters are not sent anywhere
    private final Set<String> origins;

    public CrossOrigin() {
        this(ConfigProvider.getConfig()
                .getOptionalValue("web.cors.origins", String.class)
                .orElse(""));
    }

    CrossOrigin(String list) {
        this.origins = origins(list);
    }

    /** Keeps what an answer varies with: Jersey writes its headers over those that are there. */
    private static final class Varying extends HttpServletResponseWrapper {

        Varying(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equalsIgnoreCase(VARY)) {
                addHeader(VARY, value);
            } else {
                super.setHeader(name, value);
            }
        }
    }

    static Set<String> origins(String list) {
        Set<String> origins = Arrays.stream(list.split(",", -1))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT)) // as browsers send them
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        for (String origin : origins) {
            if (!origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
                throw new IllegalArgumentException("web.cors.origins has what is no origin: " + origin);
            }
        }
        return origins;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (origins.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(VARY, "Origin");
        if (origin == null || !origins.contains(origin)) {
            chain.doFilter(request, new Varying(response));
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", SENT);
            response.setHeader("Access-Control-Max-Age", "600");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
            chain.doFilter(request, new Varying(response));
        }
    }
}
