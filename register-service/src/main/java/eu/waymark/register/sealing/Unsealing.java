package eu.waymark.register.sealing;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Brings what is true into the open: the responsible agency becomes the holder of what everybody sees. */
@Singleton
class Unsealing {

    private final SealedEntries sealed;
    private final SealedTexts texts;
    private final Entries entries;
    private final Notifications notifications;
    private final CurrentCaller caller;

    Unsealing(
            SealedEntries sealed,
            SealedTexts texts,
            Entries entries,
            Notifications notifications,
            CurrentCaller caller) {
        this.sealed = sealed;
        this.texts = texts;
        this.entries = entries;
        this.notifications = notifications;
        this.caller = caller;
    }

    void lock(UUID sealing) {
        sealed.findById(sealing, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Only after a second has agreed, in the same transaction: the database checks it. Whoever holds the entry that everybody
     * sees, be it the old agency or one to which that has passed it on, is told of the transfer that takes it.
     */
    void open(UUID id) {
        var sealing = sealed.findById(id);
        var target = entries.activeOf(sealing.personRecordId).orElseGet(UUID::randomUUID);
        var holder = entries.holderOf(target).filter(agency -> !agency.equals(sealing.responsible));
        var taken = UUID.randomUUID();
        var told = entries.seal(target, texts.open(id, sealing.summary));
        sealed.getEntityManager()
                .createNativeQuery("select unseal(:id, :target, :taken, :by, :key, :told)", Object.class)
                .setParameter("id", id)
                .setParameter("target", target)
                .setParameter("taken", taken)
                .setParameter("by", caller.get().subject())
                .setParameter("key", told.wrappedKey())
                .setParameter("told", told.ciphertext())
                .getSingleResult();
        holder.ifPresent(agency -> notifications.tell(
                agency, NotificationKind.TRANSFER_ACCEPTED, taken, sealing.personRecordId, caller.get(), null));
    }
}
