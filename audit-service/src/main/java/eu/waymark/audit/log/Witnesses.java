package eu.waymark.audit.log;

import eu.waymark.log.note.NoteSignature;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignatureType;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The witnesses that this log knows: its producers, each with a key of its own. */
@Singleton
public class Witnesses {

    private final String prefix;
    private final int quorum;
    private final List<VerifierKey> keys;

    /** @throws IllegalArgumentException for a key that is no cosignature key named after this log and a source */
    Witnesses(LogConfig config) {
        prefix = config.origin() + "/";
        keys = config.witnesses().orElse(List.of()).stream()
                .map(VerifierKey::parse)
                .toList();
        quorum = Math.min(config.quorum(), keys.size());
        keys.forEach(this::require);
    }

    private void require(VerifierKey key) {
        if (key.type() != SignatureType.COSIGNATURE || !key.name().startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "A witness's key is of the type cosignature and named " + prefix + "<source>");
        }
    }

    public List<VerifierKey> keys() {
        return keys;
    }

    List<String> names() {
        return keys.stream().map(VerifierKey::name).toList();
    }

    /** Whether what this source shows opens the log after a start: a witness's does, and anybody's where none are known. */
    boolean mayShow(String source) {
        return keys.isEmpty() || names().contains(prefix + source);
    }

    /** How many must have signed; 0 where none are known. */
    int quorum() {
        return quorum;
    }

    /** What a verifier must know of the log: its key, its witnesses, their quorum (C2SP tlog-policy). */
    Policy policy(VerifierKey log) {
        return Policy.of(log, keys, quorum);
    }

    /** The true cosignatures of known witnesses under a note. */
    List<NoteSignature> cosignatures(SignedNote note) {
        return keys.stream().flatMap(key -> note.signatureOf(key).stream()).toList();
    }

    /** When known witnesses signed the note. */
    Stream<Instant> times(SignedNote note) {
        return keys.stream()
                .flatMap(key -> note.signatureOf(key).flatMap(line -> key.cosignedAt(note.text(), line)).stream());
    }
}
