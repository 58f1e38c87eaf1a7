package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom to believe about a log: its keys, its witnesses, and how many of them must agree (C2SP tlog-policy). */
public final class Policy {

    static final String NO_WITNESS = "none";

    private final byte[] octets;
    private final List<VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final List<Group> groups;
    private final String quorum;

    /** So many of these witnesses, or of groups defined before this one. */
    record Group(String name, int threshold, List<String> members) {}

    Policy(
            byte[] octets,
            List<VerifierKey> logs,
            Map<String, VerifierKey> witnesses,
            List<Group> groups,
            String quorum) {
        this.octets = octets;
        this.logs = List.copyOf(logs);
        this.witnesses = Map.copyOf(witnesses);
        this.groups = List.copyOf(groups);
        this.quorum = quorum;
    }

    /** @throws InvalidPolicyException naming the first line that breaks a rule */
    public static Policy parse(byte[] octets) {
        return new PolicyParser(octets).policy();
    }

    /** @throws InvalidPolicyException naming the first line that breaks a rule */
    public static Policy parse(String text) {
        return parse(text.getBytes(UTF_8));
    }

    /**
     * The policy of one log, each witness under the name of its key in one group called {@code services}.
     *
     * @param quorum how many of the witnesses must have cosigned; 0 for none
     * @throws InvalidPolicyException for a key or quorum that no policy may hold
     */
    public static Policy of(VerifierKey log, List<VerifierKey> witnesses, int quorum) {
        var text = new StringBuilder("log ").append(log).append('\n');
        witnesses.forEach(key -> text.append("witness %s %s\n".formatted(key.name(), key)));
        if (!witnesses.isEmpty()) {
            var names = witnesses.stream().map(VerifierKey::name).collect(Collectors.joining(" "));
            text.append("group services %d %s\n".formatted(quorum == 0 ? 1 : quorum, names));
        }
        return parse(text + "quorum " + (quorum == 0 ? NO_WITNESS : "services") + "\n");
    }

    /** The log that this policy knows, on no witness's word. */
    public static Policy of(VerifierKey log) {
        return of(log, List.of(), 0);
    }

    /**
     * Believes a checkpoint only if a log of this policy signed it and the quorum of witnesses cosigned it.
     *
     * @throws InvalidNoteException if not, or if a signature in the name of a known key is wrong
     */
    public Checkpoint open(SignedNote note) {
        var endorsement = judge(note);
        if (!endorsement.quorum()) {
            throw new InvalidNoteException("The checkpoint lacks cosignatures: "
                    + endorsement.witnesses().size() + " of " + witnesses.size()
                    + " witnesses signed, too few for the policy");
        }
        return endorsement.checkpoint();
    }

    /**
     * Reads a checkpoint that a log of this policy signed, and tells which witnesses did, few as they may be.
     *
     * @throws InvalidNoteException unless a log of this policy signed the checkpoint as its own, or if a signature in the
     *     name of a known key is wrong
     */
    public Endorsement judge(SignedNote note) {
        var known = new LinkedHashSet<>(logs);
        known.addAll(witnesses.values());
        var signers = note.verify(known);
        var log = logs.stream()
                .filter(signers::contains)
                .findFirst()
                .orElseThrow(() -> new InvalidNoteException("No known log signed the checkpoint"));
        var cosigners = witnesses.values().stream().filter(signers::contains).collect(Collectors.toUnmodifiableSet());
        return new Endorsement(Checkpoint.open(note, log), log, cosigners, suffice(cosigners));
    }

    /** Whether these witnesses make up the quorum. */
    public boolean suffice(Collection<VerifierKey> cosigners) {
        var agreed = new HashSet<String>();
        agreed.add(NO_WITNESS);
        witnesses.forEach((name, key) -> {
            if (cosigners.contains(key)) {
                agreed.add(name);
            }
        });
        // A group names only what stands above it, so that one pass in the order of the file settles all of them.
        for (var group : groups) {
            var present = group.members().stream().filter(agreed::contains).count();
            if (present >= group.threshold()) {
                agreed.add(group.name());
            }
        }
        return agreed.contains(quorum);
    }

    public List<VerifierKey> logs() {
        return logs;
    }

    public Set<VerifierKey> witnesses() {
        return Set.copyOf(witnesses.values());
    }

    /** Whether a checkpoint needs no cosignature at all. */
    public boolean needsNoWitness() {
        return suffice(List.of());
    }

    /** The file, as it was read or as it is to be served. */
    public String text() {
        return new String(octets, UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
