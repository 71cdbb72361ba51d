package dev.alacena.cache.redis;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Replies of a real server that is in no state to serve a key, and how it comes into that state and out of it. */
enum FaultReply {
    WRONGTYPE {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("HSET", key, "field", "of somebody else");
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("DEL", key);
        }
    },
    NOPERM {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("ACL", "SETUSER", "default", "-@read", "-@write", "-@scripting");
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("ACL", "SETUSER", "default", "+@all");
        }
    },
    LOADING {
        @Override
        void begin(RedisProcess server, String key) {
            // it listens every two megabytes
            server.call("DEBUG", "POPULATE", "25", "padding", "2200000");
            server.call("CONFIG", "SET", "rdbcompression", "no");
            server.call("CONFIG", "SET", "key-load-delay", "100000");
            inTheBackground(server, "DEBUG", "RELOAD");
            Await.until("the server loads", () -> refuses(server, "LOADING"));
        }

        @Override
        void end(RedisProcess server, String key) {
            // it has loaded after two seconds and a half
        }
    },
    READONLY {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("REPLICAOF", "127.0.0.1", "1");
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("REPLICAOF", "NO", "ONE");
        }
    },
    MASTERDOWN {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("CONFIG", "SET", "replica-serve-stale-data", "no");
            READONLY.begin(server, key);
        }

        @Override
        void end(RedisProcess server, String key) {
            READONLY.end(server, key);
        }
    },
    MISCONF {
        @Override
        void begin(RedisProcess server, String key) {
            Path folder = server.folder().resolve("gone");
            folder.toFile().mkdir();
            server.call("CONFIG", "SET", "dir", folder.toString());
            folder.toFile().delete();
            server.call("CONFIG", "SET", "save", "3600 1");
            server.call("BGSAVE");
            Await.until("the server cannot save", () -> server.info("rdb_last_bgsave_status")
                    .equals("err"));
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("CONFIG", "SET", "save", "");
        }
    },
    BUSY {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("CONFIG", "SET", "lua-time-limit", "10");
            inTheBackground(server, "EVAL", "while true do end", "0");
            Await.until("the script runs", () -> refuses(server, "BUSY"));
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("SCRIPT", "KILL");
        }
    },
    OOM {
        @Override
        void begin(RedisProcess server, String key) {
            server.call("CONFIG", "SET", "maxmemory", "1");
        }

        @Override
        void end(RedisProcess server, String key) {
            server.call("CONFIG", "SET", "maxmemory", "0");
        }
    };

    abstract void begin(RedisProcess server, String key);

    abstract void end(RedisProcess server, String key);

    private static void inTheBackground(RedisProcess server, String... words) {
        Thread thread = new Thread(() -> refuses(server, "", words));
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the server refuses a command, {@code PING} where there is none, with this reply. */
    private static boolean refuses(RedisProcess server, String reply, String... words) {
        try {
            server.call(words.length == 0 ? new String[] {"PING"} : words);
            return false;
        } catch (UncheckedIOException e) {
            return e.getMessage().contains(reply);
        }
    }
}
