package dev.alacena.cache.redis;

import java.nio.file.Path;
import java.util.List;

/** Which servers there are, and how a client finds them. Addresses are {@code redis://host:port}, or {@code rediss://} for TLS. */
public sealed interface Topology {

    /** One server. */
    record Single(String url) implements Topology {
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Primaries that share the keys.
     *
     * @param urls of some nodes; they tell of all others
     */
    record Cluster(List<String> urls) implements Topology {
        public Cluster {
            urls = List.copyOf(urls);
        }

        @Override
        public String toString() {
            return "Cluster of " + String.join(",", urls);
        }
    }

    /**
     * A primary and its replicas, watched by Sentinels that say which is which.
     *
     * @param urls of some Sentinels; they tell of all others
     * @param masterName what the Sentinels call this set of servers
     * @param login to Sentinels that ask for one
     */
    record Sentinel(List<String> urls, String masterName, RedisConnection.Login login) implements Topology {
        public Sentinel {
            urls = List.copyOf(urls);
        }

        @Override
        public String toString() {
            return masterName + " of Sentinels " + String.join(",", urls);
        }
    }

    /** What a configuration file of Redisson says. */
    record File(Path path) implements Topology {
        @Override
        public String toString() {
            return path.toString();
        }
    }
}
