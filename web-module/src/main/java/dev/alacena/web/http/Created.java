package dev.alacena.web.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Answers with what is new. */
public final class Created {

    private Created() {}

    /** 201 with the thing, and where it is: below its list, under its id. */
    public static Response in(UriBuilder list, long id, Object thing) {
        return Response.created(list.path(Long.toString(id)).build())
                .entity(thing)
                .build();
    }
}
