package eu.waymark.identity.review;

import eu.waymark.platform.web.problem.CommonProblem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in the queue. On the wire it is the review alone: the rank would tell how likely the two are one child. */
record Place(int rank, UUID id) {

    static final Place FIRST = new Place(-1, new UUID(0, 0));

    private static final int BYTES = 2 * Long.BYTES;

    String encode() {
        var bytes =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * @param find the place of a review
     * @throws eu.waymark.platform.web.problem.ProblemException 400 when it is not one of ours
     */
    static Place after(@Nullable String cursor, Function<UUID, Optional<Place>> find) {
        return cursor == null
                ? FIRST
                : decode(cursor).flatMap(find).orElseThrow(() -> CommonProblem.INVALID_REQUEST
                        .because("Pass the cursor exactly as 'next' gave it, or read the list from its beginning.")
                        .at("cursor", "is not a cursor"));
    }

    private static Optional<UUID> decode(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return bytes.remaining() == BYTES
                    ? Optional.of(new UUID(bytes.getLong(), bytes.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
