package dev.alacena.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request and its answer, as far as filters of headers look at them. */
final class Exchange {

    /** Of the answer. */
    final Map<String, String> headers = new LinkedHashMap<>();

    private final Map<String, String> sent;
    private final Map<String, Object> request;
    private int status = 200;
    private int passedOn;

    Exchange(String method, String path, boolean secure, Map<String, String> sent) {
        this.request = Map.of("getMethod", method, "getRequestURI", path, "isSecure", secure);
        this.sent = sent;
    }

    HttpServletRequest request() {
        return proxy(
                HttpServletRequest.class,
                (name, asked) -> name.equals("getHeader") ? sent.get((String) asked[0]) : known(name));
    }

    private Object known(String name) {
        if (!request.containsKey(name)) {
            throw new UnsupportedOperationException(name);
        }
        return request.get(name);
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, asked) -> {
            switch (name) {
                case "setHeader" -> headers.put((String) asked[0], (String) asked[1]);
                case "addHeader" -> headers.merge((String) asked[0], (String) asked[1], (a, b) -> a + ", " + b);
                case "setStatus" -> status = (int) asked[0];
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    FilterChain chain() {
        return (request, response) -> passedOn++;
    }

    int status() {
        return status;
    }

    /** How often the request went on to the application. */
    int passedOn() {
        return passedOn;
    }

    private interface Call {
        Object answer(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.answer(method.getName(), arguments)));
    }
}
