package dev.alacena.launcher.load;

import org.jspecify.annotations.Nullable;

/**
 * One request of the mix.
 *
 * @param kind what is asked for, the same word for all requests of a kind
 * @param user who asks, from 1
 * @param method of HTTP
 * @param path from the root
 * @param body JSON; null without one
 */
record Call(String kind, int user, String method, String path, @Nullable String body) {

    static Call get(String kind, int user, String path) {
        return new Call(kind, user, "GET", "/api/v1/" + path, null);
    }

    static Call post(String kind, int user, String path, String body) {
        return new Call(kind, user, "POST", "/api/v1/" + path, body);
    }
}
