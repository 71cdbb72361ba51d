package dev.alacena.cache.wiring;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.cdi.Transactions;
import dev.alacena.cache.config.SecuritySettings;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Refilling;
import dev.alacena.cache.engine.RevocationChecks;
import dev.alacena.cache.engine.SteadyTime;
import dev.alacena.cache.security.NamedDatabase;
import dev.alacena.cache.security.OpenRevocations;
import dev.alacena.cache.security.RevocationGate;
import dev.alacena.cache.security.RevocationTable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts revocations together when the application starts, if it says where they are written down; else when it asks. */
@Part
class SecurityAssembly {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** Checks that ask the database at the same time, and that wait for it. */
    private static final int ASKING = 8;

    private static final int WAITING = 1000;

    private final SecuritySettings settings;
    private final Settings.General general;
    private final Cupboard cupboard;
    private final Transactions transactions;
    private final @Nullable SecurityDatabase database;
    private final ExecutorService executor;
    private @Nullable Refilling refilling;
    private @Nullable TokenRevocations revocations;

    @Inject
    public SecurityAssembly(
            AlacenaExtension.Blueprint blueprint,
            Cupboard cupboard,
            Transactions transactions,
            @Any Instance<SecurityDatabase> databases) {
        this.settings = blueprint.settings().security();
        this.general = blueprint.settings().general();
        this.cupboard = cupboard;
        this.transactions = transactions;
        this.database = SecurityDatabases.find(settings.dataSource(), databases).orElse(null);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                ASKING, ASKING, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Assembly::daemon);
        pool.allowCoreThreadTimeOut(true);
        this.executor = pool;
    }

    /** None is an answer, several are a mistake; so is a filter that cannot see tokens. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        gate();
        if (database instanceof NamedDatabase named) {
            try {
                named.lookUp();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, e.getMessage());
            }
        }
        if (database != null || settings.filter()) {
            revocations();
        }
    }

    @Produces
    @Singleton
    synchronized TokenRevocations revocations() {
        if (revocations == null) {
            revocations = assemble();
        }
        return revocations;
    }

    @Produces
    @Singleton
    RevocationGate gate() {
        return new RevocationGate(settings.filter(), this::revocations);
    }

    private TokenRevocations assemble() {
        RevocationTable table = database == null ? null : new RevocationTable(database);
        Clock wall = Clock.systemUTC();
        Refilling begun = new Refilling(
                cupboard.revocations(),
                table,
                new Refilling.Times(general.maxStaleness(), System::nanoTime, new SteadyTime(wall, System::nanoTime)));
        begun.start();
        refilling = begun;
        RevocationChecks checks = new RevocationChecks(
                cupboard.revocations(),
                table,
                new RevocationChecks.Rules(
                        general.maxStaleness(), settings.trustMemory(), settings.databaseTimeout(), executor));
        return new OpenRevocations(
                new OpenRevocations.Parts(cupboard.revocations(), checks, table, transactions),
                settings.longestToken(),
                wall);
    }

    @PreDestroy
    synchronized void stop() {
        if (refilling != null) {
            refilling.stop();
        }
        executor.shutdownNow();
    }
}
