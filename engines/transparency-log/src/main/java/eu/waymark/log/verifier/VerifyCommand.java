package eu.waymark.log.verifier;

import eu.waymark.log.Tile;
import eu.waymark.log.note.Endorsement;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check a whole log: its signature, its witnesses, every hash, and with --entries every entry.",
        footer = {
            "",
            "Examples:",
            "  java -jar log-verifier.jar verify https://waymark.example/api/audit/v1/log --key waymark.example/log+...",
            "  java -jar log-verifier.jar verify copy-of-the-log --policy waymark.policy --entries",
            "  java -jar log-verifier.jar verify URL --policy waymark.policy --entries \\",
            "      --header 'Authorization: Bearer ...' --old kept-in-march --save kept-today"
        })
final class VerifyCommand extends CheckCommand {

    @Parameters(paramLabel = "LOG", description = "The URL or folder that holds checkpoint and tile/.")
    private String log = "";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(
            names = "--old",
            paramLabel = "FILE",
            description =
                    "An older checkpoint of this log, or a folder that --save wrote; may be repeated. The log must"
                            + " extend each.")
    private List<Path> old = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Like --old, but what it covers was verified then and is not read again.")
    private @Nullable Path from;

    @Option(names = "--require-witnesses", description = "Refuse a policy that would do without any cosignature.")
    private boolean requireWitnesses;

    @Option(
            names = "--entries",
            description =
                    "Read the entries, too: each must hash to its leaf, the events of each source must be gapless and"
                            + " chained, and no event id may be used twice.")
    private boolean entries;

    @Option(
            names = "--save",
            paramLabel = "FOLDER",
            description = "Keep there what was verified, for --old and --from.")
    private @Nullable Path save;

    @Override
    String subject() {
        return Notes.CHECKPOINT;
    }

    @Override
    Outcome check(Policy policy) {
        if (requireWitnesses && policy.needsNoWitness()) {
            throw new ParameterException(spec().commandLine(), "--require-witnesses needs a --policy with a quorum.");
        }
        try (var workers = access.workers(log)) {
            var source = new LogTiles(access.files(log), workers);
            var note = Notes.published(source.files());
            policy.open(note);
            return check(source, note, policy.judge(note), policy);
        }
    }

    private Outcome check(LogTiles source, SignedNote note, Endorsement endorsement, Policy policy) {
        var checkpoint = endorsement.checkpoint();
        var history = new History(checkpoint, source, policy);
        var older = new ArrayList<>(old.stream().map(history::read).toList());
        var start = 0L;
        if (from != null) {
            older.add(history.read(from));
            start = older.getLast().then().size();
        }
        // A tile that was partial then is read again as a whole.
        start -= start % Tile.FULL;
        var chains = new Chains(start == 0, new UniqueIds(entries ? checkpoint.size() - start : 0));
        var keeper = save == null ? Keeper.NOTHING : Keeper.in(save);
        new TreeCheck(checkpoint, start, source, keeper, leaves(source, keeper, chains, checkpoint.size())).check();
        // Last, so that a false tile is not taken for a rewritten log.
        older.forEach(history::check);
        if (save != null) {
            Keeper.write(save.resolve(Notes.CHECKPOINT), note.encoded().getBytes(StandardCharsets.UTF_8));
        }
        var verified = new VerifiedLog(
                endorsement, policy, older.stream().map(History.Kept::then).toList(), start);
        return entries ? verified.withEntries(chains.counts()) : verified.hashesOnly();
    }

    private LeafCheck leaves(LogTiles source, Keeper keeper, Chains chains, long size) {
        var progress = new Progress(size, err());
        return entries ? new EntryCheck(source, keeper, chains, progress) : new HashesOnly(progress);
    }
}
