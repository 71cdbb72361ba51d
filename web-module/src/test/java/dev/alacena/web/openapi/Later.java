package dev.alacena.web.openapi;

import java.util.Set;

/** Operations of the document that no class answers yet. To be emptied, and then taken out. */
final class Later {

    static final Set<String> OPERATIONS = Set.of(
            "DELETE /api/v1/comments/{id}",
            "GET /api/v1/notifications/stream",
            "POST /api/v1/posts",
            "GET /api/v1/posts/{id}",
            "PUT /api/v1/posts/{id}",
            "DELETE /api/v1/posts/{id}",
            "GET /api/v1/posts/{id}/comments",
            "POST /api/v1/posts/{id}/comments",
            "GET /api/v1/users/{id}/content-stats",
            "GET /api/v1/users/{id}/posts");

    private Later() {}
}
