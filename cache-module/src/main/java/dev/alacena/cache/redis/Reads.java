package dev.alacena.cache.redis;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Plain reads. */
interface Reads {
    /** The values of these names, null where there is none, in one round trip to each server that has some of them. */
    CompletionStage<List<byte @Nullable []>> read(List<String> names);
}
