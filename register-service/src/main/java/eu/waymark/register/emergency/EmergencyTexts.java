package eu.waymark.register.emergency;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reasons are written in free text, so they are kept encrypted. */
@Singleton
class EmergencyTexts {

    private static final String ACCESS = "emergency_access";
    private static final String REVIEW = "emergency_review";

    private final RowCipher cipher;

    EmergencyTexts(RowCipher cipher) {
        this.cipher = cipher;
    }

    void seal(EmergencyAccess access, String reason) {
        var sealed = seal(ACCESS, access.id, reason);
        access.wrappedKey = sealed.wrappedKey();
        access.reason = sealed.ciphertext();
    }

    void seal(EmergencyReview review, String reason) {
        var sealed = seal(REVIEW, review.accessId, reason);
        review.wrappedKey = sealed.wrappedKey();
        review.reason = sealed.ciphertext();
    }

    String reason(EmergencyAccess access) {
        return open(ACCESS, access.id, new Sealed(access.wrappedKey, access.reason));
    }

    String reason(EmergencyReview review) {
        return open(REVIEW, review.accessId, new Sealed(review.wrappedKey, review.reason));
    }

    private Sealed seal(String table, UUID id, String text) {
        return cipher.seal(text.getBytes(StandardCharsets.UTF_8), context(table, id));
    }

    private String open(String table, UUID id, Sealed sealed) {
        return new String(cipher.open(sealed, context(table, id)), StandardCharsets.UTF_8);
    }

    private static byte[] context(String table, UUID id) {
        return (table + ":" + id).getBytes(StandardCharsets.UTF_8);
    }
}
