package dev.alacena.api.event;

import java.util.List;

/**
 * What happens, told to followers on every node. Inject it; it is thread-safe and application scoped.
 *
 * <p>The law:
 *
 * <ol>
 *   <li>All nodes see the same events in the same order, and number them alike.
 *   <li>An event that is published in a transaction is told after its commit, and never when it is rolled back;
 *       when nobody knows the outcome, it is told.
 *   <li>A follower that resumes from a number gets every event after it, each once. Kept for this are the last 50,000 events
 *       of the application, for a day after the latest of them. When some of what it asks for is not there any more, or may
 *       not be, {@link Batch#gap} says so before anything else. Not so for an event that a failover has lost, and whose number
 *       another one has got before the follower came back.
 *   <li>Nothing is buffered for a follower: it takes what it wants when it wants. One that is too slow finds a gap.
 *   <li>While Redis is away nothing is told, and nothing fails: what is published waits, in order, up to 10,000 events on each
 *       node; the oldest are given up first, with a warning. So it is with what is published faster than Redis takes it. When Redis comes back they are told. When it comes back without
 *       what it had, followers find a gap.
 *   <li>Without Redis events stay on this node.
 * </ol>
 *
 * <p>It is not a queue: a node that dies takes with it what it has not sent. The costs: two commands a second for each node
 * from its first use on, three on each node for an event; and the memory of the events that are kept, in Redis and on every
 * node that has used this.
 */
public interface Events {
    /** The longest data of an event, in characters. */
    int LONGEST_DATA = 1_000;

    /** The longest subject and the longest type, in characters. */
    int LONGEST_NAME = 256;

    /** From when this node has heard what there was, at once as a rule: no resuming. */
    long NOW = -1;

    /**
     * Publishes an event: after the transaction of the calling thread, or at once without one. It returns before the event is
     * told, and does not fail because of Redis.
     *
     * @param subject whom it concerns, 1 to {@value #LONGEST_NAME} characters
     * @param type what kind of event it is, 1 to {@value #LONGEST_NAME} characters
     * @param data what there is to know, up to {@value #LONGEST_DATA} characters; it is kept in Redis and in the memory of
     *     every node, so no secrets
     * @throws IllegalArgumentException for other lengths; nothing is published then
     */
    void publish(String subject, String type, String data);

    /**
     * Follows the events of a subject.
     *
     * @param subject whom they concern
     * @param after the number of the event after which to go on, 0 or above; {@link #NOW} for those to come
     * @param changed runs when something has come that was not there when {@link Follower#next} was last called, and once more
     *     after the end perhaps; whoever resumes takes what is there first. In a thread that all followers share, so it
     *     returns soon, and waits for nobody outside
     * @throws IllegalArgumentException for a subject of another length, or another number
     */
    Follower follow(String subject, long after, Runnable changed);

    /** Takes events; to be closed by whoever has it. Thread-safe. */
    interface Follower extends AutoCloseable {
        /**
         * The next events, from memory; none when there is nothing new.
         *
         * @param most 1 or above
         */
        Batch next(int most);

        @Override
        void close();
    }

    /**
     * What a follower gets at once.
     *
     * @param reached everything up to this number was told: what to resume from; {@link #NOW} when this node knows nothing yet
     * @param gap whether events between those of the batch before and these may be lost
     * @param events in order
     */
    record Batch(long reached, boolean gap, List<Event> events) {}
}
