package dev.alacena.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses media types that are none; the servers answer them each in its own way, and WildFly with a warning. */
@WebFilter(value = "/*", asyncSupported = true)
public final class HeaderFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final String VALUE = "(" + TOKEN + "|\"([^\"\\\\]|\\\\.)*+\")";
    private static final String TYPE = TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=" + VALUE + ")*+ *";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TYPE);
    private static final Pattern MEDIA_TYPES = Pattern.compile(TYPE + "(, *" + TYPE + ")*+");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isWellFormed(request.getHeader("Content-Type"), MEDIA_TYPE)) {
            ProblemServlet.write(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!isWellFormed(request.getHeader("Accept"), MEDIA_TYPES)) {
            ProblemServlet.write(response, HttpServletResponse.SC_NOT_ACCEPTABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWellFormed(@Nullable String header, Pattern pattern) {
        return header == null || header.isEmpty() || pattern.matcher(header).matches();
    }
}
