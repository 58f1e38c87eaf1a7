package eu.waymark.referral.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A piece of work with the guideline that it began under: a later version of the rules does not change its steps. */
@Entity
@Table(name = "gated_work")
class Gated {

    @Id
    private UUID reference;

    @Column(updatable = false)
    private UUID personRecordId;

    @Column(updatable = false)
    private String work;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String place;

    @Column(updatable = false)
    private String rulesVersion;

    @Column(updatable = false)
    private Instant begunAt;

    @SuppressWarnings("NullAway.Init")
    protected Gated() {}

    Gated(UUID reference, UUID personRecordId, GatedWork work, Guideline guideline, Instant begunAt) {
        this.reference = reference;
        this.personRecordId = personRecordId;
        this.work = work.code();
        this.agency = guideline.agency();
        this.place = guideline.place();
        this.rulesVersion = guideline.rulesVersion();
        this.begunAt = begunAt;
    }

    /** Whose guideline holds, and in which document it stands. */
    record Guideline(String agency, String place, String rulesVersion) {}

    UUID reference() {
        return reference;
    }

    UUID personRecordId() {
        return personRecordId;
    }

    GatedWork work() {
        return GatedWork.of(work);
    }

    String agency() {
        return agency;
    }

    String place() {
        return place;
    }

    String rulesVersion() {
        return rulesVersion;
    }
}
