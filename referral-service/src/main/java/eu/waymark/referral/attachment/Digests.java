package eu.waymark.referral.attachment;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Content-Digest} of RFC 9530, with SHA-256. */
final class Digests {

    static final String HEADER = "Content-Digest";

    private static final Pattern SHA256 = Pattern.compile("(?:.*,\\s*)?sha-256=:([A-Za-z0-9+/]{43}=):.*");

    private Digests() {}

    static String header(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 when it is none, 422 when the content has another */
    static void require(@Nullable String header, byte[] found) {
        if (header == null) {
            return;
        }
        var given = SHA256.matcher(header);
        if (!given.matches()) {
            throw CommonProblem.INVALID_REQUEST
                    .because("Write the digest as sha-256=:base64:.")
                    .at(HEADER, "is no SHA-256 digest");
        }
        if (!MessageDigest.isEqual(Base64.getDecoder().decode(given.group(1)), found)) {
            throw ReferralProblem.CHECKSUM_MISMATCH.because("The file was altered on its way. Send it again.");
        }
    }
}
