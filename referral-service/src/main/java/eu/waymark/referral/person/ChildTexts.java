package eu.waymark.referral.person;

import eu.waymark.platform.persistence.crypto.RowCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Seals what is written about a child with the one data key of its person record, so that destroying the key erases
 * every text at once. Only inside audited work.
 */
@ApplicationScoped
public class ChildTexts {

    private final PersonKeys keys;
    private final RowCipher cipher;

    ChildTexts(PersonKeys keys, RowCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    /** Encrypts a text about the child of that person record. */
    public byte[] seal(UUID record, String text) {
        hold(record);
        return cipher.seal(key(record), text.getBytes(StandardCharsets.UTF_8), context(record));
    }

    /** Makes sure that the record has its key, on which everything about the child hangs. */
    public void hold(UUID record) {
        if (keys.findById(record) == null) {
            keys.keep(record, cipher.newKey(context(record)));
        }
    }

    /** @throws eu.waymark.platform.persistence.crypto.CipherException when it was not sealed for that person record */
    public String open(UUID record, byte[] sealed) {
        return new String(cipher.open(key(record), sealed, context(record)), StandardCharsets.UTF_8);
    }

    private byte[] key(UUID record) {
        return keys.findByIdOptional(record).orElseThrow().wrappedKey();
    }

    private static byte[] context(UUID record) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .array();
    }
}
