package eu.waymark.referral.contribution;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What somebody without an account was asked to write about a child, and wrote. Its texts are ciphertext here. */
@Entity
@DynamicUpdate
@Table(name = "contribution")
class Contribution implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    UUID personRecordId = new UUID(0, 0);
    String agency = "";
    String askedBy = "";
    Instant askedAt = Instant.EPOCH;
    String writer = "";
    String aboutKind = "";

    @Nullable
    UUID aboutId;

    byte[] ask = new byte[0];
    Instant expiresAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    ContributionStatus status = ContributionStatus.ASKED;

    byte @Nullable [] message;
    byte @Nullable [] messageHash;

    @Nullable
    Instant arrivedAt;

    @Nullable
    String readBy;

    @Nullable
    Instant readAt;

    @Version
    int version;

    /** @throws eu.waymark.platform.web.problem.ProblemException when that state cannot follow */
    void move(ContributionStatus next) {
        status = status.to(next);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
