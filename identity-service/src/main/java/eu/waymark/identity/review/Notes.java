package eu.waymark.identity.review;

import eu.waymark.platform.persistence.crypto.RowCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one reviewer leaves for the next, encrypted. */
@ApplicationScoped
class Notes {

    private final RowCipher cipher;

    Notes(RowCipher cipher) {
        this.cipher = cipher;
    }

    void leave(Review review, @Nullable String words) {
        if (words != null) {
            review.leave(cipher.seal(words.getBytes(StandardCharsets.UTF_8), context(review.id())));
        }
    }

    @Nullable
    String read(Review review) {
        return review.note()
                .map(kept -> new String(cipher.open(kept, context(review.id())), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static byte[] context(UUID review) {
        return ("review:" + review).getBytes(StandardCharsets.US_ASCII);
    }
}
