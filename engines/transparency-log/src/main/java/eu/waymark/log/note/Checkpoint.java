package eu.waymark.log.note;

import eu.waymark.log.Hash;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a log signs: its size and root at one moment (C2SP tlog-checkpoint).
 *
 * @param origin the identity of the log, equal to the name of its key
 * @param size the number of leaves; a size of 2^63 or more is refused, though the specification allows it
 * @param extensions further lines, usually none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int MANDATORY_LINES = 3;

    /** @throws InvalidNoteException for a negative size, or a line that a checkpoint may not hold */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        NoteText.requireLine(origin, "The origin of a checkpoint");
        extensions.forEach(line -> NoteText.requireLine(line, "An extension of a checkpoint"));
        if (size < 0) {
            throw new InvalidNoteException("The size of a checkpoint is not negative");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads a checkpoint and believes it only if this log signed it under its own name.
     *
     * @throws InvalidNoteException if the log's signature is absent or wrong, the origin is another's, or the text is not
     *     that of a checkpoint
     */
    public static Checkpoint open(SignedNote note, VerifierKey log) {
        note.verify(Set.of(log));
        var checkpoint = parse(note.text());
        if (!checkpoint.origin.equals(log.name())) {
            throw new InvalidNoteException("The checkpoint is of another log than the one that signed it");
        }
        return checkpoint;
    }

    /**
     * Reads the text of a note, whose signatures are the caller's concern.
     *
     * @throws InvalidNoteException unless the text is that of a checkpoint
     */
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() <= MANDATORY_LINES || !lines.getLast().isEmpty()) {
            throw new InvalidNoteException("A checkpoint has three lines or more, each ended by a newline");
        }
        return new Checkpoint(
                lines.get(0),
                parseSize(lines.get(1)),
                parseRoot(lines.get(2)),
                lines.subList(MANDATORY_LINES, lines.size() - 1));
    }

    private static long parseSize(String line) {
        try {
            if (SIZE.matcher(line).matches()) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException e) {
            throw new InvalidNoteException("The size of a checkpoint is too large", e);
        }
        throw new InvalidNoteException("The size of a checkpoint is a plain decimal number");
    }

    private static Hash parseRoot(String line) {
        try {
            return Hash.fromBase64(line);
        } catch (IllegalArgumentException e) {
            throw new InvalidNoteException("The root of a checkpoint is the base64 of 32 bytes", e);
        }
    }

    /** The text to sign. */
    public String text() {
        var mandatory = origin + "\n" + size + "\n" + root.base64() + "\n";
        return extensions.stream().reduce(mandatory, (text, line) -> text + line + "\n");
    }

    public SignedNote sign(NoteSigner... signers) {
        return SignedNote.sign(text(), signers);
    }
}
