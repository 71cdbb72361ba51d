package dev.alacena.web.openapi;

import java.util.Set;

/** Operations of the document that no class answers yet. To be emptied, and then taken out. */
final class Later {

    static final Set<String> OPERATIONS = Set.of(
            "GET /api/v1/analytics/compliance",
            "GET /api/v1/analytics/performance",
            "GET /api/v1/cache/caches",
            "GET /api/v1/cache/caches/{name}",
            "GET /api/v1/cache/keys",
            "POST /api/v1/cache/clear",
            "POST /api/v1/cache/invalidate-pattern/{pattern}",
            "POST /api/v1/cache/invalidate-tag/{tag}",
            "POST /api/v1/cache/invalidate/{key}",
            "POST /api/v1/users/{id}/cache/invalidate",
            "GET /api/v1/categories",
            "POST /api/v1/categories",
            "PUT /api/v1/categories/{id}",
            "DELETE /api/v1/categories/{id}",
            "DELETE /api/v1/comments/{id}",
            "GET /api/v1/habits",
            "POST /api/v1/habits",
            "GET /api/v1/habits/{id}",
            "PUT /api/v1/habits/{id}",
            "DELETE /api/v1/habits/{id}",
            "GET /api/v1/habits/{id}/records",
            "POST /api/v1/habits/{id}/records",
            "GET /api/v1/notifications/stream",
            "POST /api/v1/posts",
            "GET /api/v1/posts/{id}",
            "PUT /api/v1/posts/{id}",
            "DELETE /api/v1/posts/{id}",
            "GET /api/v1/posts/{id}/comments",
            "POST /api/v1/posts/{id}/comments",
            "DELETE /api/v1/records/{id}",
            "GET /api/v1/stats/users/{id}",
            "POST /api/v1/stats/users/{id}/invalidate",
            "POST /api/v1/tasks",
            "GET /api/v1/tasks/{id}",
            "PUT /api/v1/tasks/{id}",
            "DELETE /api/v1/tasks/{id}",
            "GET /api/v1/users/{id}/content-stats",
            "GET /api/v1/users/{id}/posts",
            "GET /api/v1/users/{id}/tasks");

    private Later() {}
}
