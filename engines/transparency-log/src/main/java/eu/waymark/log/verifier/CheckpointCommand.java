package eu.waymark.log.verifier;

import eu.waymark.log.note.Endorsement;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = "Show a checkpoint, and check who signed it.",
        footer = {
            "",
            "Examples:",
            "  java -jar log-verifier.jar checkpoint https://waymark.example/api/audit/v1/log --policy waymark.policy",
            "  java -jar log-verifier.jar checkpoint kept.checkpoint --key waymark.example/log+..."
        })
final class CheckpointCommand extends CheckCommand {

    private static final String FILE = "/" + Notes.CHECKPOINT;

    @Parameters(paramLabel = "CHECKPOINT", description = "A file, or the URL or folder of a log.")
    private String checkpoint = "";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Override
    String subject() {
        return Notes.CHECKPOINT;
    }

    @Override
    Outcome check(Policy policy) {
        var note = note();
        policy.open(note);
        var endorsement = policy.judge(note);
        var signed = endorsement.checkpoint();
        var sentences = new ArrayList<String>();
        sentences.add(signed.origin() + " signed a tree of " + signed.size() + " leaves under the root "
                + signed.root().base64() + ".");
        sentences.add(Notes.sentence(endorsement, policy));
        var times = times(note, endorsement);
        sentences.addAll(times);
        var facts = Notes.facts(signed);
        facts.put("cosignatures", times);
        return Outcome.verified(sentences, facts);
    }

    private SignedNote note() {
        if (!AccessOptions.isUrl(checkpoint)) {
            return Notes.kept(Path.of(checkpoint));
        }
        var log = checkpoint.endsWith(FILE) ? checkpoint.substring(0, checkpoint.length() - FILE.length()) : checkpoint;
        return Notes.published(access.files(log));
    }

    private static List<String> times(SignedNote note, Endorsement endorsement) {
        return endorsement.witnesses().stream()
                .map(witness -> time(note, witness))
                .sorted()
                .toList();
    }

    private static String time(SignedNote note, VerifierKey witness) {
        return note.signatureOf(witness)
                .flatMap(line -> witness.cosignedAt(note.text(), line))
                .map(at -> witness.name() + " saw it at " + at + ".")
                .orElseThrow();
    }
}
