package dev.alacena.cache.config;

import dev.alacena.cache.address.Network;
import dev.alacena.cache.plan.Durations;
import dev.alacena.cache.plan.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Reads typed settings; one that cannot be used is a problem, and its default is taken. */
record Source(Config config, Problems problems) {
    private static final String FILE = "-file";

    /** An empty setting counts as none, so that an environment variable can be cleared. */
    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A text of letters, digits, dots, underscores and hyphens. */
    Optional<String> name(String name) {
        return read(name, "1 to 100 letters, digits, '.', '_' and '-'", text -> {
            if (!text.matches("[A-Za-z0-9._-]{1,100}")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    Optional<Duration> duration(String name) {
        return read(name, "a duration from one millisecond to ten years in ISO-8601, such as PT5M", Durations::parse);
    }

    /** A duration, or none at all: {@code PT0S}. */
    Optional<Duration> durationOrZero(String name) {
        return read(name, "PT0S, or a duration of at most ten years in ISO-8601, such as PT5M", text -> {
            return Duration.parse(text).isZero() ? Duration.ZERO : Durations.parse(text);
        });
    }

    Optional<Long> number(String name, long min, long max) {
        return read(name, "a whole number from %d to %d".formatted(min, max), text -> {
            long number = Long.parseLong(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    Optional<Boolean> flag(String name) {
        return read(name, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, String expected) {
        return read(
                name,
                expected,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Whether the setting is there, by itself or as a file. */
    boolean given(String name) {
        return text(name).isPresent() || text(name + FILE).isPresent();
    }

    /** A password: the content of the file that {@code name-file} names, or else the setting itself. */
    Optional<String> secret(String name) {
        Optional<String> content = read(name + FILE, "a file that can be read", text -> {
            try {
                return Files.readString(Path.of(text)).strip();
            } catch (IOException | InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        });
        return content.or(() -> text(name));
    }

    /** A file that is there. */
    Optional<Path> file(String name) {
        return read(name, "a file that can be read", text -> {
            Path path = Path.of(text);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new IllegalArgumentException("unreadable");
            }
            return path;
        });
    }

    /** One server. */
    Optional<Address> address(String name, int port) {
        return read(name, "one address such as redis://host:" + port, text -> Address.of(text, port));
    }

    /** Some of several servers. */
    Optional<List<Address>> addresses(String name, int port) {
        String expected =
                "a list of addresses such as redis://a:%1$d,redis://b:%1$d, without passwords, all redis or all rediss";
        return read(name, expected.formatted(port), text -> {
            List<Address> addresses = Arrays.stream(text.split(",", -1))
                    .map(address -> Address.of(address, port))
                    .toList();
            if (addresses.stream().anyMatch(Address::secret)
                    || addresses.stream().map(Address::tls).distinct().count() > 1) {
                throw new IllegalArgumentException("not alike");
            }
            return addresses;
        });
    }

    /** Addresses, and ranges of them. */
    Optional<List<Network>> networks(String name) {
        return read(name, "a list of addresses and ranges such as 10.0.0.0/8,2001:db8::1", text -> Arrays.stream(
                        text.split(",", -1))
                .map(network -> Network.of(network.strip()))
                .toList());
    }

    private <T> Optional<T> read(String name, String expected, Function<String, T> parser) {
        Optional<String> text = text(name);
        try {
            return text.map(parser);
        } catch (RuntimeException e) {
            problems.setting(name, Address.withoutSecrets(text.orElse("")), expected);
            return Optional.empty();
        }
    }
}
