package dev.alacena.web.it.beans;

import dev.alacena.api.event.Events;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Publishes what it is told to. */
@Path("published/{subject}")
@RequestScoped
public class PublishingResource {

    private static final String DATA = "x".repeat(Events.LONGEST_DATA);

    @Inject
    Events events;

    @Resource
    @SuppressWarnings("NullAway.Init")
    UserTransaction transaction;

    /** As many of the longest events. */
    @PUT
    @PermitAll
    @Path("times/{times}")
    public void many(@PathParam("subject") String subject, @PathParam("times") int times) {
        for (int i = 0; i < times; i++) {
            events.publish(subject, "bulk", DATA);
        }
    }

    @PUT
    @PermitAll
    @Path("committed")
    public void committed(@PathParam("subject") String subject) throws Exception {
        transaction.begin();
        events.publish(subject, "transaction", "committed");
        transaction.commit();
    }

    @PUT
    @PermitAll
    @Path("rolled-back")
    public void rolledBack(@PathParam("subject") String subject) throws Exception {
        transaction.begin();
        events.publish(subject, "transaction", "rolled back");
        transaction.rollback();
    }

    @PUT
    @PermitAll
    @Path("too-long")
    public void tooLong(@PathParam("subject") String subject) {
        try {
            events.publish(subject, "bulk", DATA + "x");
        } catch (IllegalArgumentException refused) {
            events.publish(subject, "refused", String.valueOf(refused.getMessage()));
        }
    }
}
