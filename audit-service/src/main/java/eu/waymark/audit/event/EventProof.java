package eu.waymark.audit.event;

import eu.waymark.audit.log.Proofs.Covered;
import eu.waymark.log.Hash;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.TlogProof;
import eu.waymark.platform.web.Personal;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is needed to check, without trusting us, that an event is in the log that the checkpoint vouches for. */
@Schema(requiredProperties = {"leafIndex", "leafHash", "treeSize", "auditPath", "checkpoint", "leaf"})
record EventProof(
        @Schema(examples = "41") long leafIndex,

        @Schema(
                description = "base64 of SHA-256(0x00, leaf) (RFC 6962, 2.1)",
                examples = "KKOhj2zWQGsIbp/9ofm4oT289EsPPzLLkDGhH9BTrPk=")
        String leafHash,

        @Schema(examples = "107") long treeSize,

        @Schema(description = "Sibling hashes from leaf to root, base64 (RFC 9162, 2.1.3)")
        List<String> auditPath,

        @Schema(description = "C2SP tlog-checkpoint note; check it with the key under /log/key")
        String checkpoint,

        @Schema(description = "base64 of the event's canonical bytes")
        String leaf)
        implements Personal {

    static EventProof of(byte[] leaf, Covered covered) {
        var proof = covered.proof();
        return new EventProof(
                proof.index(),
                Hash.ofLeaf(leaf).base64(),
                proof.size(),
                proof.path().stream().map(Hash::base64).toList(),
                covered.checkpoint(),
                Base64.getEncoder().encodeToString(leaf));
    }

    /** The same as a C2SP tlog-proof file, which any verifier of that format checks. The leaf is not part of it. */
    String file() {
        return new TlogProof(leafIndex, auditPath.stream().map(Hash::fromBase64).toList(), SignedNote.parse(checkpoint))
                .encoded();
    }

    @Override
    public String toString() {
        return Personal.REDACTED;
    }
}
