package eu.waymark.identity.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in the audit event for the ids of a bulk operation (architecture, part 3). */
public final class IdDigest {

    private IdDigest() {}

    /** SHA-256, in hex, of the ids in ascending order, one to a line. */
    public static String of(Stream<UUID> ids) {
        var text = ids.map(UUID::toString).sorted().collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
