package dev.alacena.history.application;

import com.arjuna.ats.jta.common.JTAEnvironmentBean;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** JNDI with the names under which an application, and the transaction manager itself, look for transactions. */
public final class Naming implements InitialContextFactory {

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(
                Naming.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("lookup") ? find(arguments[0].toString()) : null);
    }

    private static Object find(String name) throws NameNotFoundException {
        JTAEnvironmentBean jta = jtaPropertyManager.getJTAEnvironmentBean();
        return switch (name) {
            case "java:comp/TransactionSynchronizationRegistry" -> jta.getTransactionSynchronizationRegistry();
            case "java:/TransactionManager" -> jta.getTransactionManager();
            default -> throw new NameNotFoundException(name);
        };
    }
}
