package dev.alacena.web.openapi;

import java.util.Set;

/** Operations of the document that no class answers yet. To be emptied, and then taken out. */
final class Later {

    static final Set<String> OPERATIONS = Set.of("GET /api/v1/notifications/stream");

    private Later() {}
}
