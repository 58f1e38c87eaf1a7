package eu.waymark.identity.age;

import eu.waymark.platform.persistence.crypto.RowCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What somebody wrote when they moved an age status, encrypted. It is of a record, and its agency alone reads it. */
@ApplicationScoped
class AgeNotes {

    private final RowCipher cipher;

    AgeNotes(RowCipher cipher) {
        this.cipher = cipher;
    }

    void leave(AgeMove move, @Nullable String words) {
        if (words != null) {
            move.leave(cipher.seal(words.getBytes(StandardCharsets.UTF_8), context(move)));
        }
    }

    @Nullable
    String read(AgeMove move) {
        return move.note()
                .map(kept -> new String(cipher.open(kept, context(move)), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static byte[] context(AgeMove move) {
        return ("age:" + move.recordId() + ":" + move.version()).getBytes(StandardCharsets.US_ASCII);
    }
}
