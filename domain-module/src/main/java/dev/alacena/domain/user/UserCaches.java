package dev.alacena.domain.user;

import dev.alacena.api.CacheAdministration;
import dev.alacena.api.Caches;
import dev.alacena.api.Invalidated;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is cached of one user, in all caches. Outside of transactions, so that it can be counted. Thread-safe.
 *
 * <p>A cache of what belongs to users has keys that are the user's id, or begin with it and a colon; its name stands here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UserCaches {

    private static final List<String> CACHES = List.of(
            "users",
            "user-posts",
            "content-statistics",
            "task-lists",
            "task-statistics",
            "habits",
            "habit-lists",
            "habit-records",
            "performance",
            "compliance");

    @Inject
    UserRepository repository;

    @Inject
    Caches caches;

    @Inject
    CacheAdministration administration;

    /** Takes it out; empty if there is no user with this id. The user is read past the cache, so as not to fill it. */
    public Optional<Invalidated> invalidate(long id) {
        return repository.find(id).map(user -> both(byId(id), byEmail(user.email())));
    }

    private Invalidated byId(long id) {
        return administration.invalidatePatterns(CACHES.stream()
                .flatMap(cache -> Stream.of(cache + ":" + id, cache + ":" + id + ":*"))
                .toList());
    }

    private Invalidated byEmail(Email email) {
        return administration.invalidateKey(
                caches.method(Users.class, "byEmail", Email.class).key(email));
    }

    private static Invalidated both(Invalidated one, Invalidated other) {
        return new Invalidated(one.entries() + other.entries(), one.confirmed() && other.confirmed());
    }
}
