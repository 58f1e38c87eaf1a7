package eu.waymark.register.sealing;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Brings what is true into the open: the responsible agency becomes the holder of what everybody sees. */
@Singleton
class Unsealing {

    private final SealedEntries sealed;
    private final SealedTexts texts;
    private final Entries entries;
    private final CurrentCaller caller;

    Unsealing(SealedEntries sealed, SealedTexts texts, Entries entries, CurrentCaller caller) {
        this.sealed = sealed;
        this.texts = texts;
        this.entries = entries;
        this.caller = caller;
    }

    void lock(UUID sealing) {
        sealed.findById(sealing, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Only after a second has agreed, in the same transaction: the database checks it. */
    void open(UUID id) {
        var sealing = sealed.findById(id);
        var target = entries.activeOf(sealing.personRecordId).orElseGet(UUID::randomUUID);
        var told = entries.seal(target, texts.open(id, sealing.summary));
        sealed.getEntityManager()
                .createNativeQuery("select unseal(:id, :target, :by, :key, :told)", Object.class)
                .setParameter("id", id)
                .setParameter("target", target)
                .setParameter("by", caller.get().subject())
                .setParameter("key", told.wrappedKey())
                .setParameter("told", told.ciphertext())
                .getSingleResult();
    }
}
