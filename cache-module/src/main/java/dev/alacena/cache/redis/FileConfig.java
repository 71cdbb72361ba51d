package dev.alacena.cache.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.redisson.config.BaseConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConfigSupport;
import org.redisson.config.MasterSlaveServersConfig;
import org.redisson.config.ReplicatedServersConfig;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SingleServerConfig;
import org.redisson.misc.RedisURI;

/** Redisson's own configuration file. What is said of a bad one quotes nothing of it, as it holds passwords. */
final class FileConfig {
    private static final Pattern LINE = Pattern.compile(" line (\\d+),");

    private FileConfig() {}

    /** Fails if it can never connect, with a message that says why. */
    static Config load(Path path) {
        Config config = parse(path);
        if (config == null) {
            throw new IllegalArgumentException("it is empty");
        }
        BaseConfig<?> servers = ConfigSupport.getConfig(config);
        List<String> addresses = addresses(servers);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("it names no servers");
        }
        if (servers instanceof SentinelServersConfig sentinel && sentinel.getMasterName() == null) {
            throw new IllegalArgumentException("it names no masterName");
        }
        addresses.forEach(RedisURI::new);
        return config;
    }

    private static Config parse(Path path) {
        try {
            return Config.fromYAML(path.toFile());
        } catch (IOException | RuntimeException e) {
            OptionalInt line = LINE.matcher(String.valueOf(e.getMessage()))
                    .results()
                    .mapToInt(match -> Integer.parseInt(match.group(1)))
                    .max();
            throw new IllegalArgumentException(
                    line.isPresent() ? "line " + line.getAsInt() + " cannot be understood" : "it cannot be read", e);
        }
    }

    private static List<String> addresses(BaseConfig<?> servers) {
        Collection<String> addresses = List.of();
        if (servers instanceof SingleServerConfig single) {
            addresses = Collections.singleton(single.getAddress());
        } else if (servers instanceof ClusterServersConfig cluster) {
            addresses = cluster.getNodeAddresses();
        } else if (servers instanceof SentinelServersConfig sentinel) {
            addresses = sentinel.getSentinelAddresses();
        } else if (servers instanceof ReplicatedServersConfig replicated) {
            addresses = replicated.getNodeAddresses();
        } else if (servers instanceof MasterSlaveServersConfig masterSlave) {
            addresses = Collections.singleton(masterSlave.getMasterAddress());
        }
        return addresses.stream().filter(address -> address != null).toList();
    }
}
