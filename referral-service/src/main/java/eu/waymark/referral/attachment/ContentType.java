package eu.waymark.referral.attachment;

import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is: as its first bytes say. A name proves nothing, and neither does whoever sends it. */
@ApplicationScoped
class ContentType {

    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String TEXT = "text/plain";

    /** How many bytes are looked at: as many as the longest pattern needs. */
    static final int HEAD = 64 * 1024;

    private static final Set<String> PERMITTED = Set.of(PDF, PNG, JPEG, TEXT);

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * @param declared what the sender says it is, perhaps with parameters
     * @throws eu.waymark.platform.web.problem.ProblemException {@code attachment-type-refused} when it is another or none of ours
     */
    String require(String declared, byte[] head) {
        var found = found(head);
        if (!PERMITTED.contains(found) || !declared.split(";")[0].strip().equalsIgnoreCase(found)) {
            throw ReferralProblem.ATTACHMENT_TYPE_REFUSED.because(
                    "PDF, PNG, JPEG and plain text are taken, where the content is what 'Content-Type' says.");
        }
        return found;
    }

    private String found(byte[] head) {
        try {
            return types.detect(new ByteArrayInputStream(head), new Metadata()).toString();
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }
}
