package dev.alacena.web.http;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time zones of the IANA database, by name in any case. */
public final class TimeZones {

    /** The header that names one. */
    public static final String HEADER = "X-Time-Zone";

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Map<String, ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(
                    id -> id.toLowerCase(Locale.ROOT),
                    Function.<String>identity().andThen(TimeZones::zone)));

    private TimeZones() {}

    /**
     * The zone that the header names, UTC without one; in one spelling, since it becomes part of keys.
     *
     * @throws Refusal if there is no such zone
     */
    public static ZoneId of(@Nullable String header) {
        ZoneId zone = header == null ? UTC : ZONES.get(header.strip().toLowerCase(Locale.ROOT));
        if (zone == null) {
            throw Refusal.of(HEADER, "must be a time zone of the IANA database, such as Europe/Madrid");
        }
        return zone;
    }

    private static ZoneId zone(String id) {
        ZoneId zone = ZoneId.of(id);
        return zone.normalized().equals(ZoneOffset.UTC) ? UTC : zone;
    }
}
