package eu.waymark.platform.persistence.witness;

import eu.waymark.log.note.NoteSignature;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.platform.persistence.witness.WitnessKeys.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which signatures stand under the note that this service keeps: the log's, its own, and what others sent along. */
final class Cosignatures {

    /** As many as any verifier must accept (C2SP signed-note); a log cannot make a witness keep more. */
    private static final int MOST = 16;

    private Cosignatures() {}

    /** What a verified note keeps of what the log showed: the log's signature first, nothing in our own name. */
    static SignedNote shown(SignedNote note, Keys keys) {
        var kept = new LinkedHashMap<String, NoteSignature>();
        note.signatures().stream().filter(line -> isOf(line, keys.log())).forEach(line -> keep(kept, line));
        others(note, keys).forEach(line -> keep(kept, line));
        return new SignedNote(note.text(), List.copyOf(kept.values()));
    }

    /** The known note with the cosignatures of others that the log showed under the same text. */
    static SignedNote merged(SignedNote known, SignedNote shown, Keys keys) {
        var kept = new LinkedHashMap<String, NoteSignature>();
        known.signatures().forEach(line -> keep(kept, line));
        others(shown, keys).forEach(line -> keep(kept, line));
        return new SignedNote(known.text(), List.copyOf(kept.values()));
    }

    static boolean isCosigned(SignedNote note, Keys keys) {
        return note.signatures().stream().anyMatch(line -> isOf(line, keys.own().verifierKey()));
    }

    private static List<NoteSignature> others(SignedNote note, Keys keys) {
        return note.signatures().stream()
                .filter(line ->
                        !isOf(line, keys.log()) && !isOf(line, keys.own().verifierKey()))
                .toList();
    }

    private static void keep(Map<String, NoteSignature> kept, NoteSignature line) {
        if (kept.size() < MOST) {
            kept.putIfAbsent(line.keyName() + "+" + line.keyId(), line);
        }
    }

    private static boolean isOf(NoteSignature line, VerifierKey key) {
        return line.keyName().equals(key.name()) && line.keyId() == key.id();
    }
}
