package eu.waymark.log.verifier;

import eu.waymark.log.note.Policy;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Check that a newer checkpoint extends an older one: that nothing signed then was changed since.",
        footer = {
            "",
            "Example:",
            "  java -jar log-verifier.jar compare march.checkpoint today.checkpoint \\",
            "      --log https://waymark.example/api/audit/v1/log --key waymark.example/log+..."
        })
final class CompareCommand extends CheckCommand {

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The older checkpoint, or a folder that verify --save wrote.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer checkpoint, or such a folder.")
    private Path fresh = Path.of("");

    @Option(
            names = "--log",
            required = true,
            paramLabel = "LOG",
            description = "The URL or folder of the log, whose tiles prove it.")
    private String log = "";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Override
    String subject() {
        return "new " + Notes.CHECKPOINT;
    }

    @Override
    Outcome check(Policy policy) {
        try (var workers = access.workers(log)) {
            var now = policy.open(Notes.kept(fresh));
            var source = new LogTiles(access.files(log), workers);
            var history = new History(now, source, policy);
            var kept = history.read(old);
            history.check(kept);
            var then = kept.then();
            var facts = Notes.facts(now);
            facts.put("extends", List.of(then.size()));
            return Outcome.verified(
                    List.of(now.origin() + " only grew between the two, from " + then.size() + " to " + now.size()
                            + " leaves."),
                    facts);
        }
    }
}
