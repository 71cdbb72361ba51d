package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Zones are those of the IANA database, each with one name. */
class TimeZonesTest {

    @Test
    void withoutTheHeaderItIsUtc() {
        assertThat(TimeZones.of(null)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aNameInAnyCaseIsTheOneZone() {
        assertThat(TimeZones.of("america/los_angeles")).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(TimeZones.of(" Europe/Madrid ")).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    void whatIsUtcByAnotherNameIsUtc() {
        for (String name : new String[] {"utc", "Etc/UTC", "GMT", "Zulu", "Etc/GMT-0"}) {
            assertThat(TimeZones.of(name)).as(name).isEqualTo(ZoneId.of("UTC"));
        }
        assertThat(TimeZones.of("Europe/London")).isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void everyZoneOfTheJdkIsFound() {
        assertThat(ZoneId.getAvailableZoneIds())
                .allSatisfy(name -> assertThat(TimeZones.of(name).getRules())
                        .isEqualTo(ZoneId.of(name).getRules()));
    }
}
