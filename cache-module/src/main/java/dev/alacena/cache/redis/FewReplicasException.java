package dev.alacena.cache.redis;

import org.redisson.client.RedisException;

/** The primary has done what it was told; fewer replicas than wanted have confirmed it in time. */
final class FewReplicasException extends RedisException {
    private static final long serialVersionUID = 1;
}
