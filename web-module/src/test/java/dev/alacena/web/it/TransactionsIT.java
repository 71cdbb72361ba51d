package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.UserProfile;
import dev.alacena.domain.user.Users;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cache follows the transaction: nothing before the commit, everything after it, nothing at all on rollback. */
@Timeout(60)
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {

    private final String name = "u" + UUID.randomUUID();

    @Inject
    Users users;

    @Inject
    UserTransaction transaction;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService others;

    @Deployment
    static WebArchive war() {
        return Wars.withTests();
    }

    @Test
    void aCommitIsSeenByTheNextRead() throws Exception {
        long id = cachedUser();
        transaction.begin();
        users.change(id, profile("after"), Precondition.NONE);
        transaction.commit();
        assertThat(users.byId(id)).map(User::fullName).contains("after");
        assertThat(users.byEmail(email())).map(User::fullName).contains("after");
        assertThat(elsewhere(() -> users.byId(id))).map(User::fullName).contains("after");
    }

    @Test
    void aRollbackChangesNothing() throws Exception {
        long id = cachedUser();
        transaction.begin();
        users.change(id, profile("never"), Precondition.NONE);
        assertThat(users.byId(id)).map(User::fullName).contains("never");
        transaction.rollback();
        assertThat(users.byId(id)).map(User::fullName).contains("before");
        assertThat(users.byEmail(email())).map(User::fullName).contains("before");
    }

    @Test
    void theWriterReadsItsOwnWriteAndNobodyElseDoesBeforeTheCommit() throws Exception {
        long id = cachedUser();
        transaction.begin();
        users.change(id, profile("own"), Precondition.NONE);
        assertThat(users.byId(id)).map(User::fullName).contains("own");
        assertThat(elsewhere(() -> users.byId(id))).map(User::fullName).contains("before");
        transaction.commit();
        assertThat(elsewhere(() -> users.byId(id))).map(User::fullName).contains("own");
    }

    @Test
    void aUserOfARolledBackTransactionIsStillUnknown() throws Exception {
        assertThat(users.byEmail(email())).isEmpty();
        transaction.begin();
        long id = users.create(profile("never")).id();
        assertThat(users.byId(id)).isPresent();
        assertThat(users.byEmail(email())).isPresent();
        transaction.rollback();
        assertThat(users.byId(id)).isEmpty();
        assertThat(users.byEmail(email())).isEmpty();
    }

    @Test
    void aDeletedUserIsGoneWithTheCommit() throws Exception {
        long id = cachedUser();
        transaction.begin();
        assertThat(users.delete(id)).isTrue();
        assertThat(elsewhere(() -> users.byId(id))).isPresent();
        transaction.commit();
        assertThat(users.byId(id)).isEmpty();
        assertThat(users.byEmail(email())).isEmpty();
    }

    /** A user whose entries by id and by address are in the cache. */
    private long cachedUser() {
        long id = users.create(profile("before")).id();
        assertThat(users.byId(id)).isPresent();
        assertThat(users.byEmail(email())).isPresent();
        return id;
    }

    private UserProfile profile(String fullName) {
        return new UserProfile(name, email(), fullName, true);
    }

    private Email email() {
        return new Email(name + "@example.com");
    }

    /** In another thread, outside of the transaction. */
    private Optional<User> elsewhere(Callable<Optional<User>> read) throws Exception {
        return others.submit(read).get(20, TimeUnit.SECONDS);
    }
}
