package dev.alacena.cache.engine;

/**
 * What belongs to one cache on this node.
 *
 * @param policy its settings, which one method may override in part
 * @param codec of its values
 * @param counters of what happened
 * @param tagged whether entries carry tags, which only the annotated methods know
 */
public record Space(Policy policy, Codec codec, Counters counters, boolean tagged) {

    /** The same cache under another policy. */
    public Space with(Policy other) {
        return new Space(other, codec, counters, tagged);
    }
}
