package eu.waymark.platform.web.paging;

import eu.waymark.platform.web.problem.CommonProblem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in a list ordered by time and id. Opaque on the wire. */
public record Cursor(Instant time, UUID id) {

    private static final int BYTES = 8 + 4 + 16;

    public String encode() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(time.getEpochSecond())
                .putInt(time.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is not one of ours */
    public static Cursor decode(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                var time = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
                return new Cursor(time, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuntimeException malformed() {
        return CommonProblem.INVALID_REQUEST
                .because("Pass the cursor exactly as 'next' gave it.")
                .at("cursor", "is not a cursor");
    }
}
