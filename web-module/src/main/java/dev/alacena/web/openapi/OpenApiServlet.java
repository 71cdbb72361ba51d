package dev.alacena.web.openapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Brings {@link OpenApiResource} to {@code /openapi}: Payara maps a document of its own there, in every application at the
 * root that has no servlet with exactly this path.
 */
@WebServlet("/openapi")
public final class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/api/v1/openapi").forward(request, response);
    }
}
