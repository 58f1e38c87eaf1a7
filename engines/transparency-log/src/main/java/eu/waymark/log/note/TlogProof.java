package eu.waymark.log.note;

import static java.util.stream.Collectors.joining;

import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proof that an entry is in a log, complete in one file of type {@code .tlog-proof} (C2SP tlog-proof). It is to be
 * believed only after {@link #verify}.
 *
 * @param extra base64 of opaque data, which nothing vouches for; null where there is none
 * @param index the place of the entry in the log; 2^63 or more is refused, though the specification allows it
 * @param path the sibling hashes from the leaf up to the root
 * @param checkpoint the note, verbatim
 */
public record TlogProof(@Nullable String extra, long index, List<Hash> path, SignedNote checkpoint) {

    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** The longest path in a tree of fewer than 2^63 leaves. */
    private static final int LONGEST_PATH = 63;

    /**
     * @throws InvalidNoteException for a negative index, an empty extra, a path of more than 63 hashes, or a tree without
     *     that leaf
     */
    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new InvalidNoteException("No tree has such an index or path");
        }
        if (extra != null && NoteText.decodeBase64(extra).length == 0) {
            throw new InvalidNoteException("Extra data is left out where there is none");
        }
        if (index >= Checkpoint.parse(checkpoint.text()).size()) {
            throw new InvalidNoteException("The tree of the checkpoint has no leaf " + index);
        }
    }

    public TlogProof(long index, List<Hash> path, SignedNote checkpoint) {
        this(null, index, path, checkpoint);
    }

    /** @throws InvalidNoteException unless the bytes are a proof in its one spelling */
    public static TlogProof parse(byte[] proof) {
        return parse(NoteText.decode(proof));
    }

    /** @throws InvalidNoteException unless the text is a proof in its one spelling */
    public static TlogProof parse(String proof) {
        var end = proof.indexOf("\n\n");
        if (end < 0) {
            throw new InvalidNoteException("A proof is a path, an empty line and a checkpoint");
        }
        var lines = new ArrayList<>(List.of(proof.substring(0, end).split("\n", LONGEST_PATH + 4)));
        if (!lines.removeFirst().equals(VERSION)) {
            throw new InvalidNoteException("The first line of a proof is " + VERSION);
        }
        var extra = lines.isEmpty() || !lines.getFirst().startsWith(EXTRA)
                ? null
                : lines.removeFirst().substring(EXTRA.length());
        if (lines.isEmpty()) {
            throw new InvalidNoteException("A proof names the index of its entry");
        }
        var index = index(lines.removeFirst());
        var path = lines.stream().map(TlogProof::hash).toList();
        return new TlogProof(extra, index, path, SignedNote.parse(proof.substring(end + 2)));
    }

    private static long index(String line) {
        try {
            if (line.startsWith(INDEX)
                    && DECIMAL.matcher(line.substring(INDEX.length())).matches()) {
                return Long.parseLong(line.substring(INDEX.length()));
            }
        } catch (NumberFormatException e) {
            throw new InvalidNoteException("The index of a proof is too large", e);
        }
        throw new InvalidNoteException("The index of a proof is a plain decimal number");
    }

    private static Hash hash(String line) {
        try {
            return Hash.fromBase64(line);
        } catch (IllegalArgumentException e) {
            throw new InvalidNoteException("A line of a path is the base64 of 32 bytes", e);
        }
    }

    /**
     * Checks that the leaf is at this place in a log that the policy believes.
     *
     * @return the checkpoint that vouches for the leaf
     * @throws InvalidNoteException if the policy does not believe the checkpoint, or the path does not lead to its root
     */
    public Checkpoint verify(Hash leaf, Policy policy) {
        var believed = policy.open(checkpoint);
        if (!new InclusionProof(index, believed.size(), path).verify(leaf, believed.root())) {
            throw new InvalidNoteException(
                    "Leaf " + index + " is not the one in the tree of size " + believed.size() + " that was signed");
        }
        return believed;
    }

    /** The file as it is served and stored. */
    public String encoded() {
        return VERSION + "\n"
                + (extra == null ? "" : EXTRA + extra + "\n")
                + INDEX + index + "\n"
                + path.stream().map(hash -> hash.base64() + "\n").collect(joining())
                + "\n"
                + checkpoint.encoded();
    }
}
