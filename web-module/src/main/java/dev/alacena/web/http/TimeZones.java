package dev.alacena.web.http;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time zone in which a client lives: it tells which day it is, and when a day ends. */
public final class TimeZones {

    /** The header that names it. */
    public static final String HEADER = "X-Time-Zone";

    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {}

    /**
     * The zone with this name of the IANA time zone database; UTC where there is none.
     *
     * @throws Refusal if there is no such zone
     */
    public static ZoneId of(@Nullable String header) {
        String name = header == null ? "UTC" : header.strip();
        if (!KNOWN.contains(name)) {
            throw Refusal.of(HEADER, "must be the name of a time zone, such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }
}
