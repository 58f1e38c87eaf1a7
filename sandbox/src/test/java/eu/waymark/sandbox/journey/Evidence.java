package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What the audit service hands out as proof that an event is in the log, judged without its help. */
record Evidence(byte[] leaf, long index, List<byte[]> path, String checkpoint) {

    static Evidence of(Answer proof) {
        return new Evidence(
                decode(proof.body().path("leaf")),
                proof.body().path("leafIndex").asLong(-1),
                proof.body()
                        .path("auditPath")
                        .valueStream()
                        .map(Evidence::decode)
                        .toList(),
                proof.string("checkpoint"));
    }

    /** Whether the path leads from the leaf to the root that the key has signed. */
    boolean holdsUnder(VerifierKey key) {
        return Checkpoint.open(checkpoint, key)
                .filter(signed -> Merkle.rootAbove(Merkle.leafHash(leaf), index, signed.size(), path)
                        .filter(root -> Arrays.equals(root, signed.root()))
                        .isPresent())
                .isPresent();
    }

    /** The event that the leaf holds. */
    JsonNode event() {
        try {
            return Json.mapper().readTree(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one bit of the leaf changed. */
    Evidence withLeafBitFlipped() {
        return new Evidence(flipped(leaf, leaf.length / 2), index, path, checkpoint);
    }

    /** The same with one bit of the path changed. */
    Evidence withPathBitFlipped() {
        var first = flipped(path.getFirst(), 0);
        var others = path.subList(1, path.size());
        return new Evidence(
                leaf, index, Stream.concat(Stream.of(first), others.stream()).toList(), checkpoint);
    }

    /** The same with a checkpoint that claims one leaf more than was signed. */
    Evidence withLargerCheckpoint() {
        var lines = checkpoint.split("\n", 3);
        var larger = lines[0] + "\n" + (Long.parseLong(lines[1]) + 1) + "\n" + lines[2];
        return new Evidence(leaf, index, path, larger);
    }

    /** The same for the place of a neighbour. */
    Evidence withOtherPlace() {
        return new Evidence(leaf, index ^ 1, path, checkpoint);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] decode(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
