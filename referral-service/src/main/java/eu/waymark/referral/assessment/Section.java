package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.ReferralProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one agency contributes to one edition of an assessment, and signs. Its texts are ciphertext here. */
@Entity
@Table(name = "assessment_section")
class Section implements Personal {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID assessmentId;

    @Column(updatable = false)
    private int edition;

    @Column(updatable = false)
    private String agency;

    private int written;
    private @Nullable String signedBy;
    private @Nullable Instant signedAt;
    private byte @Nullable [] dissent;
    private byte @Nullable [] lateReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Section() {}

    Section(Assessment assessment, String agency) {
        this.id = UUID.randomUUID();
        this.assessmentId = assessment.id();
        this.edition = assessment.edition();
        this.agency = agency;
    }

    /** @return the number of the version to write */
    int write() {
        requireNotSigned();
        return ++written;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code section-state} when signed, or not yet written */
    void sign(String by, Instant at, byte @Nullable [] dissents) {
        requireNotSigned();
        if (written == 0) {
            throw ReferralProblem.SECTION_STATE.because("Write the section before you sign it.");
        }
        signedBy = by;
        signedAt = at;
        dissent = dissents;
    }

    void closeWithout(byte[] reason) {
        lateReason = reason;
    }

    private void requireNotSigned() {
        if (isSigned()) {
            throw ReferralProblem.SECTION_STATE.because(
                    "The section is signed. What is new goes into the next edition of the assessment.");
        }
    }

    boolean isSigned() {
        return signedAt != null;
    }

    boolean isOf(String code) {
        return agency.equals(code);
    }

    boolean isSignedBy(String subject) {
        return subject.equals(signedBy);
    }

    UUID id() {
        return id;
    }

    String agency() {
        return agency;
    }

    int written() {
        return written;
    }

    @Nullable
    Instant signedAt() {
        return signedAt;
    }

    byte @Nullable [] dissent() {
        return dissent;
    }

    byte @Nullable [] lateReason() {
        return lateReason;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
