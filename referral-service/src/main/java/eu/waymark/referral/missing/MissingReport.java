package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That somebody outside says a child is missing, for the agency responsible to answer. */
@Entity
@DynamicUpdate
@Table(name = "missing_report")
class MissingReport implements Personal {

    static final String SENT = "sent";
    static final String TAKEN_ON = "taken-on";
    static final String DECLINED = "declined";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "key_id")
    UUID keyId = new UUID(0, 0);

    @Column(name = "person_record_id")
    @Nullable
    UUID personRecordId;

    @Column(name = "from_agency")
    String fromAgency = "";

    @Column(name = "to_agency")
    String toAgency = "";

    @Column(name = "reported_by")
    String reportedBy = "";

    @Column(name = "reported_at")
    Instant reportedAt = Instant.EPOCH;

    String kind = "";

    @Column(name = "missing_from")
    String missingFrom = "";

    @Column(name = "last_seen_at")
    Instant lastSeenAt = Instant.EPOCH;

    byte[] description = {};

    @Column(name = "police_reference")
    @Nullable
    String policeReference;

    String status = SENT;

    @Column(name = "decline_reason")
    @Nullable
    String declineReason;

    @Column(name = "episode_id")
    @Nullable
    UUID episodeId;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "told_words")
    byte @Nullable [] toldWords;

    @Column(name = "told_by")
    @Nullable
    String toldBy;

    @Column(name = "told_at")
    @Nullable
    Instant toldAt;

    @Version
    int version;

    void decide(String outcome, String by, Instant at) {
        status = outcome;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
