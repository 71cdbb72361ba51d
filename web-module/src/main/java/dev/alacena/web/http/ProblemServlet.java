package dev.alacena.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of {@code web.xml}: what the server refuses before JAX-RS sees it is a {@link Problem} too. */
@WebServlet("/problem")
public final class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        Object status = error ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
        write(response, status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND);
    }

    static void write(HttpServletResponse response, int status) throws IOException {
        byte[] problem = Json.MAPPER.writeValueAsBytes(Problem.of(status, Problems.detail(status)));
        response.setStatus(status);
        response.setContentType(Problem.JSON.toString());
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
