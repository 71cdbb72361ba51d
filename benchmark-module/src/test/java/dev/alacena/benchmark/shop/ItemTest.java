package dev.alacena.benchmark.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ItemTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void anItemHas300BytesOfJsonWhateverItsNumber() throws IOException {
        for (long id : new long[] {0, 42, 123_456, Long.MAX_VALUE}) {
            assertThat(json.writeValueAsBytes(Item.of(id))).hasSize(Item.BYTES);
        }
    }

    @Test
    void aPageHasThirtyKilobytesOfJson() throws IOException {
        assertThat(json.writeValueAsBytes(Page.of(0))).hasSizeBetween(30_000, 30_720);
    }
}
