package dev.alacena.web.http;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param skip elements left out before it, from 0
 * @param limit elements at most, 1 to 1000
 */
public record Slice(int skip, int limit) {

    /** Of the two parameters, as they were sent. */
    public static Slice of(String skip, String limit) {
        return new Slice((int) Input.wholeNumber("skip", skip, 0, Integer.MAX_VALUE), (int)
                Input.wholeNumber("limit", limit, 1, 1000));
    }

    /**
     * The answer with this part: {@code X-Total-Count} says how many elements there are, {@code Link} where the others are.
     *
     * @param list its path, with the parameters that choose it, if there are such
     */
    public Response answer(List<?> part, long total, String list) {
        return Response.ok(part)
                .header("X-Total-Count", total)
                .header("Link", links(list, total))
                .build();
    }

    /**
     * The header {@code Link} (RFC 8288) to the first, previous, next and last part of {@code total} elements.
     *
     * @param path of the list, with the parameters that choose it, if there are such
     */
    String links(String path, long total) {
        List<String> links = new ArrayList<>();
        links.add(link(path, 0, "first"));
        if (skip > 0) {
            links.add(link(path, Math.max(0, skip - limit), "prev"));
        }
        if ((long) skip + limit < total) {
            links.add(link(path, skip + limit, "next"));
        }
        links.add(link(path, total == 0 ? 0 : (total - 1) / limit * limit, "last"));
        return String.join(", ", links);
    }

    private String link(String path, long from, String relation) {
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        return "<%s%sskip=%d&limit=%d>; rel=\"%s\"".formatted(path, separator, from, limit, relation);
    }
}
