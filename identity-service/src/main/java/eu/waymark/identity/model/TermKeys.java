package eu.waymark.identity.model;

import eu.waymark.matching.blocking.Keying;
import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which names are counted: one for each index key that is configured, the one in use first. Counts that were made under
 * a key say nothing under another, so a model goes on with its own until it is trained anew.
 */
@Singleton
class TermKeys {

    private final List<TermKey> keys;

    /** A secret, and an id that tells nothing of it. */
    record TermKey(int id, Keying keying) {

        private static TermKey of(byte[] hmac) {
            var keying = Keying.secret(Arrays.copyOf(hmac, Keying.SECRET_BYTES));
            return new TermKey(
                    ByteBuffer.wrap(hmac, Keying.SECRET_BYTES, Integer.BYTES).getInt(), keying);
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "TermKey[" + id + "]";
        }
    }

    TermKeys(IndexKey key) {
        keys = key.hmacs("model-terms").stream().map(TermKey::of).toList();
    }

    /** Under which is counted from now on. */
    TermKey inUse() {
        return keys.getFirst();
    }

    /**
     * The key of a model.
     *
     * @param id null for a model of before keys had ids, which was made under the one in use
     * @throws IllegalStateException where that key is not configured any more
     */
    Keying of(String version, @Nullable Integer id) {
        return keys.stream()
                .filter(key -> id == null || key.id() == id)
                .findFirst()
                .map(TermKey::keying)
                .orElseThrow(() -> new IllegalStateException("Model " + version
                        + " was counted under an index key that is not configured: put that key back behind the one in"
                        + " use, have a model trained and activated, and then take it out"));
    }
}
