package dev.alacena.domain.user;

import dev.alacena.api.Cached;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import dev.alacena.domain.page.Total;
import dev.alacena.domain.precondition.Precondition;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The users: read through the cache, written with the cache.
 *
 * <p>Reads need no transaction, so that a load sees nothing older than its own statement. Thread-safe.
 */
@Stateless
public class Users {

    /** No user has this id. */
    private static final long NOBODY = 0;

    @Inject
    UserRepository repository;

    @Inject
    Caches caches;

    @Inject
    Event<UserClosed> closed;

    @Inject
    Event<UserDeleted> deleted;

    /** The user with this id; empty if there is none. */
    @Cached(cache = "users", key = "{id}", ttl = "PT15M")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<User> byId(long id) {
        return repository.find(id).map(UserEntity::toUser);
    }

    /** The user with this address; empty if there is none. */
    @Cached(cache = "users-by-email", key = "{email.value}", ttl = "PT15M")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<User> byEmail(Email email) {
        return repository.find(email).map(UserEntity::toUser);
    }

    /** {@code limit} users at most, after the first {@code skip}. */
    @Cached(cache = "user-lists", key = "{skip}:{limit}", ttl = "PT10M", tags = "users")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public UserPage page(int skip, int limit) {
        List<User> users = repository.list(skip, limit);
        return new UserPage(users, Total.of(users, skip, limit, () -> repository.count()));
    }

    /**
     * Adds a user. The caches may hold that there is none with this id or address, so they are told.
     *
     * @throws UserConflict if the address or the user name is taken
     */
    @InvalidateCache(cache = "users", key = "{result.id}")
    @InvalidateCache(cache = "users-by-email", key = "{profile.email.value}")
    @InvalidateCache(tags = "users")
    public User create(UserProfile profile) {
        requireFree(profile, NOBODY);
        return repository.add(new UserEntity(profile)).toUser();
    }

    /**
     * Replaces the profile of a user; empty if there is none with this id.
     *
     * @throws UserConflict if the address or the user name is another user's
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the user is not as expected
     */
    @UpdateCache(cache = "users", key = "{id}", ttl = "PT15M")
    @InvalidateCache(cache = "users-by-email", key = "{profile.email.value}")
    @InvalidateCache(tags = "users")
    public Optional<User> change(long id, UserProfile profile, Precondition expected) {
        return repository.findForChange(id).map(user -> replace(user, id, profile, expected));
    }

    /**
     * The same, by the user alone, who keeps the address and goes on taking part or not.
     *
     * @throws UserProtected otherwise
     * @throws UserConflict if the user name is another user's
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the user is not as expected
     */
    @UpdateCache(cache = "users", key = "{id}", ttl = "PT15M")
    @InvalidateCache(cache = "users-by-email", key = "{profile.email.value}")
    @InvalidateCache(tags = "users")
    public Optional<User> changeOwn(long id, UserProfile profile, Precondition expected) {
        return repository.findForChange(id).map(user -> {
            if (!user.isOwnChange(profile)) {
                throw new UserProtected();
            }
            return replace(user, id, profile, expected);
        });
    }

    private User replace(UserEntity user, long id, UserProfile profile, Precondition expected) {
        expected.require(user.toUser());
        requireFree(profile, id);
        forget(user.email());
        user.change(profile);
        if (Boolean.FALSE.equals(profile.active())) {
            closed.fire(new UserClosed(id));
        }
        return user.toUser();
    }

    /** Takes a user out; false if there is none with this id. */
    @InvalidateCache(cache = "users", key = "{id}")
    @InvalidateCache(tags = "users")
    public boolean delete(long id) {
        Optional<UserEntity> user = repository.findForChange(id);
        user.ifPresent(present -> {
            forget(present.email());
            closed.fire(new UserClosed(id));
            deleted.fire(new UserDeleted(id));
            repository.remove(present);
        });
        return user.isPresent();
    }

    private void requireFree(UserProfile profile, long id) {
        repository.reserve(profile);
        List<String> taken = new ArrayList<>();
        if (repository.isTaken(profile.email(), id)) {
            taken.add("email");
        }
        if (repository.isTaken(profile.username(), id)) {
            taken.add("username");
        }
        if (!taken.isEmpty()) {
            throw new UserConflict(taken);
        }
    }

    /** The address that a user had is known here only, not to the caller: no annotation can name it. */
    private void forget(Email email) {
        caches.method(Users.class, "byEmail", Email.class).invalidate(email);
    }
}
