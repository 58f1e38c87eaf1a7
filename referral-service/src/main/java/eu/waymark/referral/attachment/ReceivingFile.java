package eu.waymark.referral.attachment;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a file in, bit by bit: measured, hashed and encrypted before anything touches a disk. */
@ApplicationScoped
class ReceivingFile {

    private final ContentType types;
    private final long maxSize;

    ReceivingFile(ContentType types, AttachmentSettings settings) {
        this.types = types;
        this.maxSize = settings.maxSize().asLongValue();
    }

    /**
     * @param digest what the sender says that it should be, as {@code Content-Digest} (RFC 9530); not checked when absent
     * @throws eu.waymark.platform.web.problem.ProblemException 413, 422 {@code attachment-type-refused} or
     *     {@code checksum-mismatch}
     */
    ReceivedFile receive(InputStream body, String declaredType, @Nullable String digest) throws IOException {
        var head = body.readNBytes(ContentType.HEAD);
        var type = types.require(declaredType, head);
        var id = UUID.randomUUID();
        var key = FileKey.generate(id);
        var sha256 = sha256();
        var spool = Spool.open();
        try {
            long size;
            try (var out = key.encrypting(spool.writing())) {
                size = copy(head, body, out, sha256);
            }
            var found = sha256.digest();
            Digests.require(digest, found);
            return new ReceivedFile(id, key, type, size, found, spool);
        } catch (IOException | RuntimeException failed) {
            spool.close();
            throw failed;
        }
    }

    private long copy(byte[] head, InputStream body, OutputStream out, MessageDigest sha256) throws IOException {
        var size = 0L;
        for (var piece = head; piece.length > 0; piece = body.readNBytes(ContentType.HEAD)) {
            size += piece.length;
            if (size > maxSize) {
                throw CommonProblem.TOO_LARGE.because("A file has at most %d bytes.".formatted(maxSize));
            }
            sha256.update(piece);
            out.write(piece);
        }
        if (size == 0) {
            throw ReferralProblem.ATTACHMENT_TYPE_REFUSED.because("The file is empty.");
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
