package eu.waymark.sandbox.journey;

import java.util.Base64;
import java.util.Optional;

/** Size and root of a log at some moment, once the signature under them is verified (C2SP tlog-checkpoint). */
record Checkpoint(String origin, long size, byte[] root) {

    private static final String SIGNATURE = "\u2014 ";

    /** The checkpoint, if the key has signed the note. */
    static Optional<Checkpoint> open(String note, VerifierKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        var isSigned = note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith(SIGNATURE + key.name() + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .anyMatch(signature -> key.signed(text, Base64.getDecoder().decode(signature)));
        return isSigned ? Optional.of(parse(text)) : Optional.empty();
    }

    private static Checkpoint parse(String text) {
        var lines = text.split("\n");
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }
}
