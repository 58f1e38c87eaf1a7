package eu.waymark.identity.record;

import eu.waymark.matching.blocking.CandidateKeys;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.platform.persistence.crypto.IndexKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A secret and a scheme of keys. Records are stored under the first epoch; a question asks under all, until every record
 * has been indexed under the first.
 */
record IndexEpoch(int id, Keying keying, CandidateKeys keys) {

    private static final String PURPOSE = "candidates:" + CandidateKeys.SCHEME;

    /** One for each index key that is configured, the one in use first. */
    static List<IndexEpoch> of(IndexKey key) {
        return key.hmacs(PURPOSE).stream().map(IndexEpoch::of).toList();
    }

    private static IndexEpoch of(byte[] hmac) {
        var keying = Keying.secret(Arrays.copyOf(hmac, Keying.SECRET_BYTES));
        int id = ByteBuffer.wrap(hmac, Keying.SECRET_BYTES, Integer.BYTES).getInt();
        return new IndexEpoch(id, keying, new CandidateKeys(keying));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "IndexEpoch[" + id + "]";
    }
}
