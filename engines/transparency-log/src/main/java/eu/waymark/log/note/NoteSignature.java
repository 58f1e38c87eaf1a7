package eu.waymark.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note.
 *
 * @param keyName the name of the key that is said to have signed
 * @param base64 the key id in four bytes, and the signature
 */
public record NoteSignature(String keyName, String base64) {

    private static final String DASH = "— ";

    /** @throws InvalidNoteException for a name or an encoding that a note may not hold */
    public NoteSignature {
        NoteText.requireKeyName(keyName);
        if (NoteText.decodeBase64(base64).length <= Integer.BYTES) {
            throw new InvalidNoteException("A signature line holds a key id and a signature");
        }
    }

    static NoteSignature of(String keyName, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length);
        return new NoteSignature(
                keyName,
                NoteText.encodeBase64(bytes.putInt(keyId).put(signature).array()));
    }

    /**
     * Reads one line without its newline.
     *
     * @throws InvalidNoteException unless it is a signature line in its one spelling
     */
    public static NoteSignature parse(String line) {
        var space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new InvalidNoteException("A signature line is a dash, a key name and a signature");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    public int keyId() {
        return ByteBuffer.wrap(NoteText.decodeBase64(base64)).getInt();
    }

    byte[] signature() {
        var bytes = NoteText.decodeBase64(base64);
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    /** The line as it stands in a note, without its newline. */
    public String line() {
        return DASH + keyName + " " + base64;
    }
}
