package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.log.CanonicalReader.NotCanonicalException;
import eu.waymark.audit.log.SealedIndexing.IndexRow;
import eu.waymark.log.Hash;
import eu.waymark.platform.web.problem.ProblemException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event with the bytes that prove it. The bytes are the producer's own: the log adds nothing, so that a producer can
 * rebuild a lost log from what it sent.
 */
record Leaf(
        long seq, AuditEvent event, byte[] body, byte @Nullable [] sealed, Hash hash, byte[] eventHash, LeafRows rows) {

    /** C2SP tlog-tiles prefixes an entry with its length in 16 bits. */
    static final int MAX_BYTES = 65_535;

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
        var hash = Hash.ofLeaf(body);
        return new Leaf(
                seq,
                event,
                body,
                numbered.sealed(),
                hash,
                Digests.sha256(body),
                LeafRows.of(source, epoch, seq, hash, EventColumns.of(event)));
    }

    /** The same, to be found under these keys too. */
    Leaf indexed(List<IndexRow> keys) {
        return new Leaf(seq, event, body, sealed, hash, eventHash, rows.indexed(keys, EventColumns.of(event)));
    }

    /** The memory that it holds. */
    int bytes() {
        return body.length + (sealed == null ? 0 : sealed.length) + rows.bytes();
    }

    /** @throws ProblemException 422 for what is no event in canonical form */
    static AuditEvent parse(long seq, byte[] body) {
        try {
            return AuditEvent.of(new Members(CanonicalReader.read(body)));
        } catch (NotCanonicalException fault) {
            throw invalid(seq, String.valueOf(fault.getMessage()));
        } catch (IllegalArgumentException | DateTimeException fault) {
            throw invalid(seq, "is not a waymark-audit/1 event");
        }
    }

    private static ProblemException invalid(long seq, String fault) {
        return AuditProblem.INVALID_EVENT.because("The event with seq " + seq + " " + fault + ".");
    }
}
