package dev.alacena.cache.engine;

import java.util.List;

/** Applies to this node what the store tells. Thread-safe. */
final class Hearing implements Listener {
    private final Locals locals;
    private final KnownRevocations revocations;
    private final Sending sending;
    private final Sweeps sweeps;

    Hearing(Locals locals, KnownRevocations revocations, Sending sending, Sweeps sweeps) {
        this.locals = locals;
        this.revocations = revocations;
        this.sending = sending;
        this.sweeps = sweeps;
    }

    @Override
    public void heard(long moment) {
        locals.near().heard(moment);
        revocations.heard(moment);
    }

    @Override
    public void invalidated(Announcement announcement) {
        if (announcement instanceof Announcement.OfKey ofKey) {
            locals.forget(ofKey.key());
        } else if (announcement instanceof Announcement.OfTag ofTag) {
            locals.forgetTags(List.of(ofTag.tag()));
        } else if (announcement instanceof Announcement.OfSweep ofSweep) {
            locals.forget(ofSweep.sweep());
        } else if (announcement instanceof Announcement.OfRevocation ofRevocation) {
            revocations.add(ofRevocation.revocation());
        }
    }

    @Override
    public void missed() {
        locals.forget(new Sweep.Everything());
        revocations.missed();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the record stays where it is not made
    public void abandoned(Sweep sweep, String fence) {
        sending.send(new Announcement.OfSweep(sweep), () -> sweeps.make(sweep, fence));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be sent now stays in the journal
    public void replaced() {
        sending.sendRecent();
    }
}
