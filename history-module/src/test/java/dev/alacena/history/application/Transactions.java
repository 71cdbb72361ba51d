package dev.alacena.history.application;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;

/** The settings of the transaction manager. */
final class Transactions {
    /** Shorter than the longest pause of a process, so that some transactions are rolled back by time-out. */
    private static final int TIMEOUT_SECONDS = 4;

    private Transactions() {}

    /** One resource, one phase: there is nothing to keep on disk. */
    static void prepare(int node) throws CoreEnvironmentBeanException {
        for (String store : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        arjPropertyManager.getCoordinatorEnvironmentBean().setDefaultTimeout(TIMEOUT_SECONDS);
        arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier(Integer.toString(node));
    }
}
