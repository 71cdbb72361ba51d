package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.web.openapi.Contract;
import dev.alacena.web.openapi.Served;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Server-Sent Events as a browser reads them. */
final class EventStream implements AutoCloseable {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final InputStream body;
    private final List<Block> blocks = new ArrayList<>();
    private int events;
    private boolean over;

    /** What stands between two empty lines: its fields, and comments as the field without a name. */
    record Block(Map<String, String> fields) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** Type and data. */
        String said() {
            return field("event") + " " + field("data");
        }

        boolean isComment() {
            return fields.containsKey("");
        }
    }

    private EventStream(HttpResponse<InputStream> response) {
        this.body = response.body();
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a stream, which is as documented, and waits until it has begun. */
    static EventStream of(Client client, String... headers) {
        HttpResponse<InputStream> response = client.open("/api/v1/notifications/stream", headers);
        assertThat(response.statusCode()).isEqualTo(200);
        Contract.hold(new Served(
                "GET", response.uri().getRawPath(), 200, response.headers().map(), "retry: 3000\n\n"));
        EventStream stream = new EventStream(response);
        stream.await(block -> !block.field("id").isEmpty());
        return stream;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    add(new Block(Map.copyOf(fields)));
                    fields.clear();
                } else {
                    String[] parts = line.split(": ?", 2);
                    fields.put(parts[0], parts[1]);
                }
            }
        } catch (IOException closed) {
            // by the test, or by the server
        }
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private synchronized void add(Block block) {
        blocks.add(block);
        events += block.fields().containsKey("event") ? 1 : 0;
        notifyAll();
    }

    /** The first block of this kind. */
    synchronized Block await(Predicate<Block> wanted) {
        until(() -> over || blocks.stream().anyMatch(wanted));
        return blocks.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the end of the stream, whose last block is " + last()));
    }

    /** The first event with this type and these data. */
    Block await(String type, String data) {
        return await(block -> block.said().equals(type + " " + data));
    }

    void awaitEvents(int count) {
        until(() -> events >= count);
    }

    void awaitEnd() {
        until(() -> over);
    }

    private synchronized void until(BooleanSupplier reached) {
        long end = System.nanoTime() + LIMIT_NANOS;
        try {
            while (!reached.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertThat(left)
                        .as("waited in vain; the stream has told %d blocks, the last %s", blocks.size(), last())
                        .isPositive();
                wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private String last() {
        return blocks.isEmpty() ? "" : blocks.get(blocks.size() - 1).toString();
    }

    /** All events up to now, without ids. */
    synchronized List<String> said() {
        return blocks.stream()
                .filter(block -> block.fields().containsKey("event"))
                .map(Block::said)
                .toList();
    }

    /** What a browser would send as {@code Last-Event-ID}. */
    synchronized String lastId() {
        return blocks.stream()
                .map(block -> block.field("id"))
                .filter(id -> !id.isEmpty())
                .reduce("", (before, id) -> id);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException broken) {
            // closed all the same
        }
    }
}
