package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** The spelling rules that notes, checkpoints and keys share. Everything has exactly one spelling. */
final class NoteText {

    private NoteText() {}

    /** UTF-8 without control characters other than the newline. */
    static String decode(byte[] bytes) {
        try {
            return requirePrintable(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidNoteException("A note is valid UTF-8", e);
        }
    }

    /** Refuses an unpaired surrogate, which Java would otherwise write as a question mark. */
    static byte[] encode(String text) {
        try {
            var buffer = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new InvalidNoteException("A note is valid Unicode", e);
        }
    }

    static String requirePrintable(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new InvalidNoteException("A note has no control characters");
        }
        return text;
    }

    static String requireLine(String line, String what) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new InvalidNoteException(what + " is one line and not empty");
        }
        return requirePrintable(line);
    }

    static String requireKeyName(String name) {
        requireLine(name, "A key name");
        if (name.codePoints().anyMatch(NoteText::isPlusOrSpace)) {
            throw new InvalidNoteException("A key name has neither spaces nor plus signs");
        }
        return name;
    }

    private static boolean isPlusOrSpace(int c) {
        return c == '+' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static byte[] decodeBase64(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (encodeBase64(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidNoteException("Not base64", e);
        }
        throw new InvalidNoteException("Not the canonical base64");
    }

    static String encodeBase64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
