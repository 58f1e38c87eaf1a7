package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One move that was made with a referral: who, when, and what was said. Its texts are ciphertext here. */
@Entity(name = "ReferralStep")
@Table(name = "referral_step")
class Step implements Personal {

    /** How the code ends of writing a section that the recipient has never seen: it does not learn that there is one. */
    static final String KEPT = "-kept";

    /** What goes with a move, in clear. */
    record Said(
            @Nullable String code,
            @Nullable String note,
            @Nullable String toAgency) {

        static final Said NOTHING = new Said(null, null, null);

        static Said note(@Nullable String note) {
            return new Said(null, note, null);
        }

        static Said coded(@Nullable String code, @Nullable String note) {
            return new Said(code, note, null);
        }

        boolean isKept() {
            return code != null && code.endsWith(KEPT);
        }

        static Said to(String agency, @Nullable String note) {
            return new Said(null, note, agency);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Id
    UUID id;

    @Column(updatable = false)
    UUID referralId;

    int seq;

    @Enumerated(EnumType.STRING)
    Move move;

    String agency;
    String doneBy;
    byte @Nullable [] worker;
    Instant doneAt;

    @Nullable
    String code;

    byte @Nullable [] note;

    @Nullable
    String toAgency;

    @SuppressWarnings("NullAway.Init")
    protected Step() {}

    /** Whether only the sender may know of it. */
    boolean isKept() {
        return move == Move.SHARE && new Said(code, null, null).isKept();
    }

    /** What happened, for somebody who came too late. */
    String told() {
        return "%s %s it at %s".formatted(agency, move == Move.FINISH ? "finished" : move.done(), doneAt);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
