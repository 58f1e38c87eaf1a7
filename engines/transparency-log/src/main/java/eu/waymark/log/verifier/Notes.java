package eu.waymark.log.verifier;

import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.Endorsement;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the notes that a log publishes and people keep, and says what is in them. */
final class Notes {

    static final String CHECKPOINT = "checkpoint";

    private Notes() {}

    static SignedNote published(LogFiles files) {
        return files.read(CHECKPOINT, LogFiles.LONGEST_NOTE)
                .map(SignedNote::parse)
                .orElseThrow(() -> new UndecidedException("The log shows no checkpoint"));
    }

    /** Reads a kept checkpoint, or the one in the folder of a kept log. */
    static SignedNote kept(Path file) {
        return Files.isDirectory(file)
                ? published(new FolderFiles(file))
                : SignedNote.parse(bytes(file, LogFiles.LONGEST_NOTE));
    }

    /**
     * What the log signed once, with or without its witnesses.
     *
     * @throws RefutedException if no log of the policy signed it: then it holds the log to nothing
     */
    static Checkpoint old(Path file, Policy policy) {
        try {
            return policy.judge(kept(file)).checkpoint();
        } catch (InvalidNoteException e) {
            throw new RefutedException("old checkpoint " + file, e.getMessage() + ".");
        }
    }

    static byte[] bytes(Path file, int limit) {
        var bytes = FolderFiles.file(file, limit).orElseThrow(() -> new UndecidedException("There is no file " + file));
        if (bytes.length > limit) {
            throw new UndecidedException(file + " is longer than " + limit + " bytes");
        }
        return bytes;
    }

    static Map<String, Object> facts(Checkpoint checkpoint) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("origin", checkpoint.origin());
        facts.put("size", checkpoint.size());
        facts.put("root", checkpoint.root().base64());
        return facts;
    }

    static String sentence(Endorsement endorsement, Policy policy) {
        var names = new TreeSet<String>();
        endorsement.witnesses().forEach(witness -> names.add(witness.name()));
        return policy.witnesses().isEmpty()
                ? "No witness was asked for."
                : names.size() + " of " + policy.witnesses().size() + " witnesses cosigned"
                        + (names.isEmpty() ? "." : ": " + String.join(", ", List.copyOf(names)) + ".");
    }
}
