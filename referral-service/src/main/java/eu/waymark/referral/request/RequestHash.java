package eu.waymark.referral.request;

import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.message.Message;

/** That a desk speaks of the request that was sent, byte for byte (D7). */
final class RequestHash {

    private RequestHash() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code request-hash-differs} */
    static void require(String stated, InformationRequest request) {
        if (!stated.equals(Message.hex(request.messageHash))) {
            throw ReferralProblem.REQUEST_HASH_DIFFERS.because(
                    "Read the message again and compute its SHA-256: what you have is not what was sent.");
        }
    }
}
