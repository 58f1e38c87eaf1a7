package eu.waymark.referral.referral;

import eu.waymark.referral.ReferralProblem;

/** Which of the two agencies makes a move. */
enum Side {
    SENDER {
        @Override
        void require(Referral referral, String agency) {
            if (!referral.isFrom(agency)) {
                throw ReferralProblem.NOT_THE_SENDER.because(
                        "Your agency received this referral: only the sender does this.");
            }
        }
    },
    RECIPIENT {
        @Override
        void require(Referral referral, String agency) {
            if (!referral.isTo(agency)) {
                throw ReferralProblem.NOT_THE_RECIPIENT.because(
                        "Your agency sent this referral: only the recipient does this.");
            }
        }
    },
    EITHER {
        @Override
        void require(Referral referral, String agency) {}
    };

    /**
     * @param agency one of the two
     * @throws eu.waymark.platform.web.problem.ProblemException 403 for the other side
     */
    abstract void require(Referral referral, String agency);
}
