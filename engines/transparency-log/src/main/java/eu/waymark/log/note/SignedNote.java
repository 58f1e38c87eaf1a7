package eu.waymark.log.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with the signatures under it (C2SP signed-note). A parsed note is not yet a verified one: use its text only after
 * {@link #verify}.
 *
 * @param text what is signed, ending in a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Far more than the 16 that a verifier must accept, and few enough to check. */
    private static final int MAX_SIGNATURES = 100;

    private static final String SEPARATOR = "\n\n";

    /** @throws InvalidNoteException for a text that no note may hold, or for no signature or more than 100 */
    public SignedNote {
        signatures = List.copyOf(signatures);
        NoteText.requirePrintable(text);
        if (!text.endsWith("\n")) {
            throw new InvalidNoteException("The text of a note ends in a newline");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new InvalidNoteException("A note has from 1 to " + MAX_SIGNATURES + " signatures");
        }
    }

    /** @throws InvalidNoteException unless the bytes are a note in its one spelling */
    public static SignedNote parse(byte[] note) {
        return parse(NoteText.decode(note));
    }

    /** @throws InvalidNoteException unless the text is a note in its one spelling */
    public static SignedNote parse(String note) {
        var split = note.lastIndexOf(SEPARATOR);
        if (split < 0 || !note.endsWith("\n")) {
            throw new InvalidNoteException("A note is a text, an empty line and signature lines");
        }
        var lines = note.substring(split + SEPARATOR.length()).split("\n", MAX_SIGNATURES + 2);
        var signatures = Arrays.stream(lines, 0, lines.length - 1).map(NoteSignature::parse);
        return new SignedNote(note.substring(0, split + 1), signatures.toList());
    }

    public static SignedNote sign(String text, NoteSigner... signers) {
        return new SignedNote(
                text, Arrays.stream(signers).map(signer -> signer.sign(text)).toList());
    }

    /** The same note with one signature more, such as a witness's. */
    public SignedNote with(NoteSignature signature) {
        var all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /** The same note, signed by one more, such as a witness who has found it consistent. */
    public SignedNote signedBy(NoteSigner signer) {
        return with(signer.sign(text));
    }

    /** The line with which this key rightly signed the note, the last where there are several. */
    public Optional<NoteSignature> signatureOf(VerifierKey key) {
        return signatures.reversed().stream()
                .filter(signature -> key.verify(text, signature))
                .findFirst();
    }

    /**
     * Checks the signatures of the keys one knows; others are ignored.
     *
     * @return the keys that signed, never empty
     * @throws InvalidNoteException if none of the keys signed, or a signature in the name of one of them is wrong
     */
    public Set<VerifierKey> verify(Collection<VerifierKey> known) {
        var signedBy = new LinkedHashSet<VerifierKey>();
        for (var signature : signatures) {
            var claimed = known.stream().filter(key -> key.matches(signature)).collect(Collectors.toSet());
            if (!claimed.stream().allMatch(key -> key.verify(text, signature))) {
                throw new InvalidNoteException("A signature in the name of a known key is wrong");
            }
            signedBy.addAll(claimed);
        }
        if (signedBy.isEmpty()) {
            throw new InvalidNoteException("No known key signed the note");
        }
        return signedBy;
    }

    /** The note as it is served and stored. */
    public String encoded() {
        var lines = signatures.stream().map(signature -> signature.line() + "\n");
        return text + "\n" + lines.collect(Collectors.joining());
    }
}
