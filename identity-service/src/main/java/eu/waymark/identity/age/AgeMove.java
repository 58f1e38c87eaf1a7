package eu.waymark.identity.age;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One move of a record's age status, with what was known then. */
@Entity
@Immutable
@IdClass(AgeMove.Key.class)
@Table(name = "age_move")
class AgeMove {

    /** A record and the number of the move. */
    record Key(UUID recordId, int version) implements Serializable {}

    @Id
    @Column(name = "record_id")
    private UUID recordId;

    @Id
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private AgeState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private AgeState to;

    @Column(name = "moved_by")
    private String movedBy;

    @Column
    private String agency;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Column(name = "age_from")
    private @Nullable Integer ageFrom;

    @Column(name = "age_to")
    private @Nullable Integer ageTo;

    @Enumerated(EnumType.STRING)
    private @Nullable AgeMethod method;

    @Column(name = "guardian_present")
    private boolean guardianPresent;

    @Column
    private boolean interpreter;

    @Column(name = "least_intrusive")
    private boolean leastIntrusive;

    @Column
    private boolean multidisciplinary;

    @Column(name = "issuer_verified")
    private boolean issuerVerified;

    @Column(name = "handed_over")
    private boolean handedOver;

    @Column
    private boolean indicator;

    @Column(name = "wrapped_key")
    private byte @Nullable [] wrappedKey;

    @Column
    private byte @Nullable [] note;

    @SuppressWarnings("NullAway.Init")
    protected AgeMove() {}

    AgeMove(Key key, AgeState from, AgeState to, NewAgeStatus said, Caller by, Instant at) {
        this.recordId = key.recordId();
        this.version = key.version();
        this.from = from;
        this.to = to;
        this.movedBy = by.subject();
        this.agency = by.agency();
        this.movedAt = at;
        this.ageFrom = said.ageFrom();
        this.ageTo = said.ageTo();
        this.method = said.method();
        this.guardianPresent = said.kept().guardianPresent();
        this.interpreter = said.kept().interpreter();
        this.leastIntrusive = said.kept().leastIntrusive();
        this.multidisciplinary = said.kept().multidisciplinary();
        this.issuerVerified = said.isVerified();
        this.handedOver = said.isHandedOver();
        this.indicator = said.hasIndicator();
    }

    /** With the range of an earlier move, where this one names none. */
    AgeMove keeping(@Nullable AgeMove earlier) {
        if (ageFrom == null && earlier != null) {
            ageFrom = earlier.ageFrom;
            ageTo = earlier.ageTo;
        }
        return this;
    }

    void leave(Sealed words) {
        wrappedKey = words.wrappedKey();
        note = words.ciphertext();
    }

    Optional<Sealed> note() {
        return wrappedKey == null || note == null ? Optional.empty() : Optional.of(new Sealed(wrappedKey, note));
    }

    boolean isBy(String subject) {
        return movedBy.equals(subject);
    }

    /** Whether the papers are contested for good: somebody else handed them over, or trafficking is indicated. */
    boolean isContested() {
        return handedOver || indicator;
    }

    UUID recordId() {
        return recordId;
    }

    int version() {
        return version;
    }

    AgeState from() {
        return from;
    }

    AgeState to() {
        return to;
    }

    Instant movedAt() {
        return movedAt;
    }

    @Nullable
    Integer ageFrom() {
        return ageFrom;
    }

    @Nullable
    Integer ageTo() {
        return ageTo;
    }

    @Nullable
    AgeMethod method() {
        return method;
    }

    Safeguards safeguards() {
        return new Safeguards(guardianPresent, interpreter, leastIntrusive, multidisciplinary);
    }

    String agency() {
        return agency;
    }
}
