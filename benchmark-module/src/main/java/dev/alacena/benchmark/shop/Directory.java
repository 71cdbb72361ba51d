package dev.alacena.benchmark.shop;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import org.jspecify.annotations.Nullable;

/** The directory of a server with one thing in it: what finds the transactions. */
public final class Directory implements InitialContextFactory {
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    private static volatile @Nullable Transaction transaction;

    /** JNDI makes it. */
    public Directory() {}

    /** From now on, and until {@link #clear}, the library finds these transactions. */
    public static void offer(Transaction found) {
        transaction = found;
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Directory.class.getName());
    }

    public static void clear() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        transaction = null;
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("lookup") && NAME.equals(arguments[0])) {
                        return transaction;
                    }
                    throw new NameNotFoundException(method.getName());
                });
    }
}
