package eu.waymark.identity.link;

import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.persistence.crypto.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One decision about two records. The database gives it its place among the others and derives identities from it. */
@Entity
@Immutable
@Table(name = "edge")
public class Edge {

    @Id
    private UUID id;

    @Column(name = "record_a")
    private UUID recordA;

    @Column(name = "record_b")
    private UUID recordB;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private @Nullable Relation relation;

    @Enumerated(EnumType.STRING)
    private DecisionReason reason;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String agency;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_agency")
    private @Nullable String confirmedAgency;

    @Column(name = "model_version")
    private String modelVersion;

    @Column
    private double bits;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column
    private byte[] evidence;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Edge() {}

    Edge(UUID id, Pair pair, Decision decision, Decider by, @Nullable Decider second, Evidence evidence, Instant at) {
        this.id = id;
        this.recordA = pair.a().id();
        this.recordB = pair.b().id();
        this.verdict = decision.verdict();
        this.relation = decision.relation();
        this.reason = decision.reason();
        this.decidedBy = by.subject();
        this.agency = by.agency();
        this.confirmedBy = second == null ? null : second.subject();
        this.confirmedAgency = second == null ? null : second.agency();
        this.modelVersion = evidence.modelVersion();
        this.bits = evidence.bits();
        this.wrappedKey = evidence.sealed().wrappedKey();
        this.evidence = evidence.sealed().ciphertext();
        this.decidedAt = at;
    }

    /** Whether two ids stand as the database wants those of a pair: by their bytes, which Java does not compare. */
    static boolean isInOrder(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0;
    }

    public UUID id() {
        return id;
    }

    UUID recordA() {
        return recordA;
    }

    UUID recordB() {
        return recordB;
    }

    public Verdict verdict() {
        return verdict;
    }

    @Nullable
    Relation relation() {
        return relation;
    }

    DecisionReason reason() {
        return reason;
    }

    String agency() {
        return agency;
    }

    @Nullable
    String confirmedAgency() {
        return confirmedAgency;
    }

    String modelVersion() {
        return modelVersion;
    }

    /** What the compared fields weighed when this was decided. */
    public double bits() {
        return bits;
    }

    Sealed evidence() {
        return new Sealed(wrappedKey, evidence);
    }

    /** Whether somebody of this agency decided it, or was the second to. */
    boolean isDecidedIn(String decider) {
        return decider.equals(agency) || decider.equals(confirmedAgency);
    }

    Instant decidedAt() {
        return decidedAt;
    }

    boolean isAbout(PersonRecord record) {
        return record.id().equals(recordA) || record.id().equals(recordB);
    }
}
