package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Seals the texts of disclosures, each under a data key of its own. */
@Singleton
class SealedTexts {

    /** What keys are made for, as their replacement knows it too. */
    static final String SECTION = "section";

    static final String NECESSITY = "necessity";
    static final String WITHHOLDING = "withholding";

    private final RowCipher cipher;

    SealedTexts(RowCipher cipher) {
        this.cipher = cipher;
    }

    Sealed seal(String kind, UUID row, String text) {
        return cipher.seal(text.getBytes(StandardCharsets.UTF_8), context(kind, row));
    }

    String open(String kind, UUID row, byte[] wrappedKey, byte[] text) {
        return new String(cipher.open(wrappedKey, text, context(kind, row)), StandardCharsets.UTF_8);
    }

    private static byte[] context(String kind, UUID row) {
        return (kind + ":" + row).getBytes(StandardCharsets.UTF_8);
    }
}
