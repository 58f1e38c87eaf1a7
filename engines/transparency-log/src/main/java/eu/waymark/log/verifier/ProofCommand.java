package eu.waymark.log.verifier;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Policy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = "Check that an entry is in a log, from one proof file and without any connection.",
        footer = {
            "",
            "Examples:",
            "  java -jar log-verifier.jar proof event.tlog-proof --entry event.json --policy waymark.policy",
            "  java -jar log-verifier.jar proof proof.json --key waymark.example/log+..."
        })
final class ProofCommand extends CheckCommand {

    /** An entry in base64, with room for the path and the checkpoint. */
    private static final int LONGEST_PROOF = 1 << 18;

    @Parameters(paramLabel = "PROOF", description = "A C2SP tlog-proof file, or the JSON proof of an event.")
    private Path file = Path.of("");

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "The entry, byte for byte. A JSON proof holds it already, and then both must be the same.")
    private @Nullable Path entry;

    @Override
    String subject() {
        return "proof";
    }

    @Override
    Outcome check(Policy policy) {
        var given = entry == null ? null : Notes.bytes(entry, EntryBundle.LONGEST_ENTRY);
        var bytes = Notes.bytes(file, LONGEST_PROOF);
        var proof = ProofFile.parse(bytes);
        var content = proof.entry() == null ? given : proof.entry();
        if (content == null) {
            throw new ParameterException(
                    spec().commandLine(), "A tlog-proof does not hold its entry: --entry is needed.");
        }
        if (given != null && !Arrays.equals(given, content)) {
            throw new RefutedException("proof", "It is the proof of another entry.");
        }
        var checkpoint = proof.proof().verify(Hash.ofLeaf(content), policy);
        var facts = Notes.facts(checkpoint);
        facts.put("leafIndex", proof.proof().index());
        facts.put("leafHash", Hash.ofLeaf(content).base64());
        return Outcome.verified(
                List.of(
                        "The entry is leaf " + proof.proof().index() + " of " + checkpoint.origin()
                                + ", in the tree of " + checkpoint.size() + " leaves that the log signed.",
                        Notes.sentence(policy.judge(proof.proof().checkpoint()), policy)),
                facts);
    }
}
