package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.query.Column;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The texts of a sealed entry, encrypted with one data key. */
@Singleton
class SealedTexts {

    private final RowCipher cipher;
    private final EntityManager entities;

    SealedTexts(RowCipher cipher, EntityManager entities) {
        this.cipher = cipher;
        this.entities = entities;
    }

    byte[] newKey(UUID sealing) {
        return cipher.newKey(context(sealing));
    }

    byte[] seal(UUID sealing, byte[] key, String text) {
        return cipher.seal(key, text.getBytes(StandardCharsets.UTF_8), context(sealing));
    }

    byte[] seal(UUID sealing, String text) {
        return seal(sealing, key(sealing), text);
    }

    String open(UUID sealing, byte[] text) {
        return new String(cipher.open(key(sealing), text, context(sealing)), StandardCharsets.UTF_8);
    }

    private byte[] key(UUID sealing) {
        return Column.of(entities, "select wrapped_key from sealing_key where id = :id", byte[].class)
                .setParameter("id", sealing)
                .getSingleResult();
    }

    private static byte[] context(UUID sealing) {
        return ("sealing:" + sealing).getBytes(StandardCharsets.UTF_8);
    }
}
