package eu.waymark.audit.log;

import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key of the log. */
@ApplicationScoped
public class LogKey {

    private final String origin;
    private final NoteSigner signer;

    /** @param seed base64 of the 32 bytes of an Ed25519 private key (RFC 8032) */
    LogKey(LogConfig config, @ConfigProperty(name = "waymark.secrets.log-seed") String seed) {
        this.origin = config.origin();
        this.signer = NoteSigner.log(origin, Base64.getDecoder().decode(seed));
    }

    public VerifierKey verifier() {
        return signer.verifierKey();
    }

    /** @throws eu.waymark.log.note.InvalidNoteException unless this log has signed it */
    Checkpoint open(Checkpoints.Signed signed) {
        return Checkpoint.open(SignedNote.parse(signed.note()), verifier());
    }

    /** The note of a checkpoint. */
    String sign(long size, Hash root) {
        return new Checkpoint(origin, size, root).sign(signer).encoded();
    }
}
