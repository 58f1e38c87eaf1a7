package eu.waymark.log.verifier;

import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom to believe. */
final class TrustOptions {

    private static final int LONGEST_POLICY = 1 << 20;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The key of the log, as its operator published it: name+id+key.")
    private @Nullable String key;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "A C2SP tlog-policy file: the keys of the log and its witnesses, and how many of them must have"
                            + " cosigned. With --key, too, that log is added to it.")
    private @Nullable Path policy;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Policy policy() {
        if (policy == null) {
            return Policy.of(key().orElseThrow(() -> usage("Say whom to believe: --key or --policy.")));
        }
        var file = policy;
        var octets = FolderFiles.file(file, LONGEST_POLICY)
                .orElseThrow(() -> new UndecidedException("There is no policy " + file));
        var parsed = Policy.parse(octets);
        return key().filter(log -> !parsed.logs().contains(log))
                .map(log -> plus(octets, log))
                .orElse(parsed);
    }

    private static Policy plus(byte[] octets, VerifierKey log) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(octets);
        all.writeBytes(("\nlog " + log + "\n").getBytes(StandardCharsets.UTF_8));
        return Policy.parse(all.toByteArray());
    }

    private Optional<VerifierKey> key() {
        try {
            return Optional.ofNullable(key).map(VerifierKey::parse);
        } catch (InvalidNoteException e) {
            throw usage("--key: " + e.getMessage());
        }
    }

    private ParameterException usage(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }
}
