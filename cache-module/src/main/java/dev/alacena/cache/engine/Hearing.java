package dev.alacena.cache.engine;

import java.util.List;

/** Applies to this node what the store tells. Thread-safe. */
final class Hearing implements Listener {
    private final Locals locals;
    private final KnownRevocations revocations;
    private final Sending sending;

    Hearing(Locals locals, KnownRevocations revocations, Sending sending) {
        this.locals = locals;
        this.revocations = revocations;
        this.sending = sending;
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
    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be sent now stays in the journal
    public void replaced() {
        sending.sendRecent();
    }
}
