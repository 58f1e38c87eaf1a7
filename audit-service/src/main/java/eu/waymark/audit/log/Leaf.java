package eu.waymark.audit.log;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.log.SealedIndexing.IndexRow;
import eu.waymark.log.Hash;
import eu.waymark.platform.web.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event with the bytes that prove it. The bytes are the producer's own: the log adds nothing, so that a producer can
 * rebuild a lost log from what it sent.
 */
record Leaf(
        long seq,
        AuditEvent event,
        byte[] body,
        byte @Nullable [] sealed,
        Hash hash,
        byte[] eventHash,
        List<IndexRow> index) {

    /** C2SP tlog-tiles prefixes an entry with its length in 16 bits. */
    static final int MAX_BYTES = 65_535;

    private static final int MAX_DEPTH = 4;

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    // Whatever walks through the tree would recurse as deep as the input says.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads an event that is to stand at this place of its producer's sequence.
     *
     * @throws ProblemException 422 unless the bytes are the canonical form (RFC 8785) of a complete event of that place,
     *     every scalar a string
     */
    static Leaf read(String source, int epoch, Numbered numbered) {
        return read(source, epoch, numbered, false);
    }

    /**
     * Reads an event that a producer brings back. The details beside it may have been erased since; details that are not
     * those that it vouches for are refused here too.
     *
     * @throws ProblemException 422 as {@link #read}
     */
    static Leaf readRestored(String source, int epoch, Numbered numbered) {
        return read(source, epoch, numbered, true);
    }

    private static Leaf read(String source, int epoch, Numbered numbered, boolean mayLackDetails) {
        var seq = numbered.seq();
        var body = numbered.body();
        if (body.length > MAX_BYTES) {
            throw invalid(seq, "has more than 65535 bytes");
        }
        var event = parse(seq, body);
        if (!event.isFrom(source, epoch, seq)) {
            throw invalid(seq, "names another place in 'src'");
        }
        var lacksDetails = mayLackDetails && numbered.sealed() == null;
        if (!lacksDetails && !event.vouchesFor(numbered.sealed())) {
            throw invalid(seq, "and its sealed details do not belong together");
        }
        return new Leaf(seq, event, body, numbered.sealed(), Hash.ofLeaf(body), Digests.sha256(body), List.of());
    }

    /** The same, to be found under these keys too. */
    Leaf indexed(List<IndexRow> keys) {
        return new Leaf(seq, event, body, sealed, hash, eventHash, keys);
    }

    /** The memory that it holds. */
    int bytes() {
        return body.length + (sealed == null ? 0 : sealed.length);
    }

    /** @throws ProblemException 422 for what is no event in canonical form */
    static AuditEvent parse(long seq, byte[] body) {
        try {
            var tree = STRICT.readTree(body);
            if (!isMadeOfStrings(tree)) {
                throw invalid(seq, "has a scalar that is not a string, or one with the character U+0000");
            }
            if (!Canonical.bytes(tree).equals(ByteBuffer.wrap(body))) {
                throw invalid(seq, "is not in canonical form (RFC 8785)");
            }
            return STRICT.treeToValue(tree, AuditEvent.class);
        } catch (JacksonException e) {
            throw invalid(seq, "is not a waymark-audit/1 event");
        } catch (IOException e) {
            throw invalid(seq, "has no canonical form (RFC 8785)");
        }
    }

    /** PostgreSQL keeps no text with U+0000, so such an event could never be found again. */
    private static boolean isMadeOfStrings(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().allMatch(Leaf::isMadeOfStrings)
                : node.isTextual() && node.textValue().indexOf('\0') < 0;
    }

    private static ProblemException invalid(long seq, String fault) {
        return AuditProblem.INVALID_EVENT.because("The event with seq " + seq + " " + fault + ".");
    }
}
