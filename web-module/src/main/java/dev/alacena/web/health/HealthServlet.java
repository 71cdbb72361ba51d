package dev.alacena.web.health;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Brings {@link HealthResource} to {@code /health}: Payara maps its own health report there, in every application at the
 * root that has no servlet with exactly this path.
 */
@WebServlet("/health")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/api/v1/health").forward(request, response);
    }
}
