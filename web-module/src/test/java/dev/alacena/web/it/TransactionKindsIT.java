package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.web.it.beans.Amounts;
import dev.alacena.web.it.beans.AmountsByBean;
import dev.alacena.web.it.beans.AmountsByContainer;
import dev.alacena.web.it.beans.OutOfStock;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever begins and ends a transaction: the cache follows that one, and no other. */
@Timeout(60)
@ExtendWith(ArquillianExtension.class)
class TransactionKindsIT {

    private final String id = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Inject
    Amounts amounts;

    @Inject
    AmountsByContainer byContainer;

    @Inject
    AmountsByBean byBean;

    @Inject
    UserTransaction transaction;

    @Resource
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry registry;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService others;

    @Deployment
    static WebArchive war() {
        return Wars.withTests();
    }

    @BeforeEach
    void bothAreOneAndCached() throws SQLException {
        amounts.createTable();
        amounts.set(id, 1);
        amounts.set(other, 1);
        assertThat(amounts.amount(id)).isEqualTo(1);
        assertThat(amounts.amount(other)).isEqualTo(1);
    }

    @Test
    void aBeanManagedTransactionInvalidatesAtItsCommit() throws Exception {
        byBean.commit(() -> {
            amounts.set(id, 2);
            assertThat(amounts.amount(id)).isEqualTo(2);
            assertThat(elsewhere(id)).isEqualTo(1);
        });
        everybodyReads(id, 2);
    }

    @Test
    void aBeanManagedTransactionThatIsRolledBackChangesNothing() throws Exception {
        byBean.rollBack(() -> {
            amounts.set(id, 2);
            assertThat(amounts.amount(id)).isEqualTo(2);
        });
        everybodyReads(id, 1);
    }

    @Test
    void aFenceStandsAroundACallThatHoldsAWholeTransaction() throws Exception {
        byBean.set(id, 2, this::nobodyStoresTheOldValue);
        everybodyReads(id, 2);
    }

    @Test
    void aTransactionThatACallLeavesOpenInvalidatesAtItsCommit() throws Exception {
        byBean.begin(id, 2);
        assertThat(elsewhere(id)).isEqualTo(1);
        byBean.commit();
        everybodyReads(id, 2);
    }

    @Test
    void whileATransactionCommitsNobodyStoresTheOldValue() throws Exception {
        transaction.begin();
        amounts.set(id, 2);
        registry.registerInterposedSynchronization(new BeforeCommit(this::nobodyStoresTheOldValue));
        transaction.commit();
        everybodyReads(id, 2);
    }

    @Test
    void whatATransactionChangesInItsLastMomentIsInvalidatedToo() throws Exception {
        transaction.begin();
        amounts.write(other, 2);
        registry.registerInterposedSynchronization(new BeforeCommit(() -> {
            amounts.set(id, 2);
            assertThat(elsewhere(id)).isEqualTo(1);
        }));
        transaction.commit();
        everybodyReads(id, 2);
    }

    @Test
    void anInnerCommitIsInForceThoughTheOuterTransactionIsRolledBack() throws Exception {
        transaction.begin();
        amounts.set(other, 2);
        byContainer.set(id, 2);
        assertThat(amounts.amount(id)).isEqualTo(2);
        assertThat(elsewhere(id)).isEqualTo(2);
        assertThat(elsewhere(other)).isEqualTo(1);
        transaction.rollback();
        everybodyReads(id, 2);
        everybodyReads(other, 1);
    }

    @Test
    void anInnerRollbackChangesNothingThoughTheOuterTransactionCommits() throws Exception {
        transaction.begin();
        amounts.set(other, 2);
        byContainer.setAndRollBack(id, 2);
        assertThat(amounts.amount(id)).isEqualTo(1);
        transaction.commit();
        everybodyReads(id, 1);
        everybodyReads(other, 2);
    }

    @Test
    void anInnerTransactionDoesNotReadWhatTheOuterHasWritten() throws Exception {
        transaction.begin();
        amounts.set(id, 2);
        assertThat(byContainer.amount(id)).isEqualTo(1);
        assertThat(amounts.amount(id)).isEqualTo(2);
        transaction.commit();
        everybodyReads(id, 2);
    }

    @Test
    void anAsynchronousMethodInvalidatesInATransactionOfItsOwn() throws Exception {
        transaction.begin();
        amounts.set(other, 2);
        assertThat(byContainer.setLater(id, 2).get(20, TimeUnit.SECONDS)).isTrue();
        transaction.rollback();
        everybodyReads(id, 2);
        everybodyReads(other, 1);
    }

    @Test
    void anExceptionThatRollsNothingBackInvalidates() throws Exception {
        assertThatThrownBy(() -> byContainer.setAndFail(id, 2)).isInstanceOf(TimeoutException.class);
        everybodyReads(id, 2);
        assertThatThrownBy(() -> amounts.setAndFail(other, 2)).isInstanceOf(OutOfStock.class);
        everybodyReads(other, 2);
    }

    @Test
    void anExceptionThatRollsBackChangesNothing() throws Exception {
        assertThatThrownBy(() -> byContainer.setAndBreak(id, 2)).isInstanceOf(EJBException.class);
        everybodyReads(id, 1);
    }

    @Test
    void withoutATransactionACallInvalidatesWhenItReturns() throws Exception {
        amounts.set(id, 2);
        everybodyReads(id, 2);
    }

    @Test
    void aCallOutsideOfTheTransactionInvalidatesThoughThatIsRolledBack() throws Exception {
        transaction.begin();
        amounts.setOutside(id, 2);
        transaction.rollback();
        everybodyReads(id, 2);
    }

    /** On every thread, and from the cache. */
    private void everybodyReads(String which, int amount) throws Exception {
        assertThat(elsewhere(which)).isEqualTo(amount);
        int before = amounts.loads();
        assertThat(amounts.amount(which)).isEqualTo(amount);
        assertThat(amounts.loads()).isEqualTo(before);
    }

    /** Whoever reads before the commit gets what is committed, and leaves nothing behind. */
    private void nobodyStoresTheOldValue() throws Exception {
        int before = amounts.loads();
        assertThat(elsewhere(id)).isEqualTo(1);
        assertThat(elsewhere(id)).isEqualTo(1);
        assertThat(amounts.loads()).isEqualTo(before + 2);
    }

    /** In another thread, outside of the transaction. */
    private int elsewhere(String which) throws Exception {
        return others.submit(() -> amounts.amount(which)).get(20, TimeUnit.SECONDS);
    }

    /** Comes after the fences, which were registered earlier. */
    private record BeforeCommit(AmountsByBean.Work work) implements Synchronization {

        @Override
        public void beforeCompletion() {
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // only the moment before is of interest
        }
    }
}
