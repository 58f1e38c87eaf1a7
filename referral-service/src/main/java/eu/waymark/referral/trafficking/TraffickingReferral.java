package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.ReferralProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral of somebody who may have been trafficked, from its first draft on. Its texts are ciphertext here. */
@Entity
@Table(name = "trafficking_referral")
class TraffickingReferral implements Personal {

    /** Whom it is about: a person record, or where the agency has none, an id that only names the key of the texts. */
    record Subject(UUID recordId, boolean known) {}

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID personRecordId;

    /** Where it is not, the record's id names nothing but the key of the texts. */
    @Column(updatable = false)
    private boolean recordKnown;

    private @Nullable UUID localRecordId;

    @Column(updatable = false)
    private String fromAgency;

    @Column(updatable = false)
    private String fromCountry;

    @Enumerated(EnumType.STRING)
    private TraffickingStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable AgeSaid age;

    private @Nullable String localAuthority;
    private @Nullable String competentAuthority;
    private byte[] form;

    @Column(updatable = false)
    private String startedBy;

    @Column(updatable = false)
    private Instant startedAt;

    private @Nullable String sentBy;
    private @Nullable Instant sentAt;
    private boolean ageDoubtTold;
    private @Nullable String receivedBy;
    private @Nullable Instant receivedAt;
    private boolean accommodated;
    private byte @Nullable [] safePlan;
    private @Nullable String safePlanBy;
    private @Nullable Instant safePlanAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected TraffickingReferral() {}

    TraffickingReferral(Subject of, byte[] form, Caller by, Instant at) {
        this.id = UUID.randomUUID();
        this.personRecordId = of.recordId();
        this.recordKnown = of.known();
        this.fromAgency = by.agency();
        this.fromCountry = by.country();
        this.status = TraffickingStatus.DRAFT;
        this.form = form;
        this.startedBy = by.subject();
        this.startedAt = at;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code trafficking-state} once it is sent */
    void rewrite(byte[] written) {
        requireDraft();
        form = written;
    }

    void send(TraffickingForm complete, boolean doubtTold, String by, Instant at) {
        move(TraffickingStatus.SENT);
        age = complete.age();
        localAuthority = complete.localAuthority();
        competentAuthority = complete.competentAuthority();
        accommodated = complete.needsAccommodation();
        ageDoubtTold = doubtTold;
        sentBy = by;
        sentAt = at;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code trafficking-state} when that cannot follow */
    void move(TraffickingStatus next) {
        status = status.to(next);
    }

    void receive(String by, Instant at) {
        requireSent();
        if (receivedAt == null) {
            receivedBy = by;
            receivedAt = at;
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code trafficking-state} where a record is known already */
    void requireUnrecorded() {
        requireSent();
        if (recordKnown || localRecordId != null) {
            throw ReferralProblem.TRAFFICKING_STATE.because("The person is recorded already.");
        }
    }

    void recordPerson(UUID localRecord, boolean doubtTold) {
        requireUnrecorded();
        localRecordId = localRecord;
        ageDoubtTold = doubtTold;
    }

    void planSafely(byte[] plan, String by, Instant at) {
        requireAccommodated();
        safePlan = plan;
        safePlanBy = by;
        safePlanAt = at;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 {@code safe-plan-needed} before a manager decided on one */
    void endAccommodation(String by, Instant at) {
        requireAccommodated();
        if (safePlan == null) {
            throw ReferralProblem.SAFE_PLAN_NEEDED.because(
                    "No age decision and no immigration decision ends a place to stay. A manager decides first on how the"
                            + " person stays safe.");
        }
        endedBy = by;
        endedAt = at;
    }

    void ageDoubtRaised() {
        ageDoubtTold = true;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code trafficking-state} once it is sent */
    void requireDraft() {
        if (status != TraffickingStatus.DRAFT) {
            throw ReferralProblem.TRAFFICKING_STATE.because("What was sent stays as it was sent.");
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code trafficking-state} while it is a draft */
    void requireSent() {
        if (status == TraffickingStatus.DRAFT) {
            throw ReferralProblem.TRAFFICKING_STATE.because("Send it first.");
        }
    }

    private void requireAccommodated() {
        if (!accommodated || endedAt != null) {
            throw ReferralProblem.TRAFFICKING_STATE.because("There is no place to stay that goes on.");
        }
    }

    /** Who decides, or where that authority is not connected, who has to record what it decided. */
    String decider() {
        return competentAuthority == null ? fromAgency : competentAuthority;
    }

    boolean isFrom(String agency) {
        return fromAgency.equals(agency);
    }

    /** A draft is its writers' own; once sent the two authorities named in it see it too. */
    boolean isKnownTo(String agency) {
        return isFrom(agency)
                || status != TraffickingStatus.DRAFT
                        && (agency.equals(localAuthority) || agency.equals(competentAuthority));
    }

    UUID id() {
        return id;
    }

    boolean isRecorded() {
        return recordKnown || localRecordId != null;
    }

    boolean isRecordKnown() {
        return recordKnown;
    }

    /** The record that work and notifications go with when it is erased. */
    UUID holdingRecord() {
        return localRecordId == null ? personRecordId : localRecordId;
    }

    @Nullable
    UUID localRecordId() {
        return localRecordId;
    }

    UUID personRecordId() {
        return personRecordId;
    }

    String fromAgency() {
        return fromAgency;
    }

    String fromCountry() {
        return fromCountry;
    }

    boolean isLocalTo(String agency) {
        return agency.equals(localAuthority);
    }

    TraffickingStatus status() {
        return status;
    }

    byte[] form() {
        return form;
    }

    @Nullable
    String localAuthority() {
        return localAuthority;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    boolean isAgeDoubtTold() {
        return ageDoubtTold;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    byte @Nullable [] safePlan() {
        return safePlan;
    }

    @Nullable
    Instant accommodationEndedAt() {
        return endedAt;
    }

    int version() {
        return version;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
