package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Loose.key;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Near.Copy;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;

/** What is taken out of level 1. */
final class LooseNear {
    private LooseNear() {}

    /** Takes what comes, whoever was there in between. */
    static Scenario.Between<Near> seats() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("fill", (arguments, call) -> {
                    Key key = key(arguments);
                    Near.Seat seat = plain.reserve(scene.request.space().policy(), key);
                    plain.fill(key, seat, (Copy) arguments[2]);
                    return null;
                })
                .made();
    }

    static Scenario.Between<Near> seatsTakenAway() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("drop", (arguments, call) -> plain.find(key(arguments)) == null ? null : call.call())
                .made();
    }

    static Scenario.Between<Near> ownWrites() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("drop", (arguments, call) -> null)
                .made();
    }

    static Scenario.Between<Near> gaps() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("drop", (arguments, call) -> arguments[0] instanceof Sweep ? null : call.call())
                .made();
    }

    static Scenario.Between<Near> endOfLevel2() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("fill", (arguments, call) -> {
                    Copy copy = (Copy) arguments[2];
                    Copy longer = new Copy(copy.held(), copy.tags(), copy.since(), Duration.ofDays(1));
                    plain.fill(key(arguments), (Near.Seat) arguments[1], longer);
                    return null;
                })
                .made();
    }

    static Scenario.Between<Near> deafness() {
        return (scene, plain) -> new Twist<>(Near.class, plain)
                .instead("heard", (arguments, call) -> {
                    plain.heard((long) arguments[0] + Scene.TTL.toNanos());
                    return null;
                })
                .made();
    }
}
