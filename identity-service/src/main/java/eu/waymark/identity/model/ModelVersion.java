package eu.waymark.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model that was proposed once. Never changes. */
@Entity
@Table(name = "model_version")
class ModelVersion {

    @Id
    private String version;

    @Column
    private String parameters;

    @Column
    private byte[] frequencies;

    @Column
    private String births;

    @Column
    private long people;

    @Column
    private int sampled;

    @Column
    private int verdicts;

    @Column
    private String figures;

    @Column(name = "term_key")
    private @Nullable Integer termKey;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    protected ModelVersion() {}

    ModelVersion(LearntModel learnt, int termKey, String figures, String proposedBy, Instant proposedAt) {
        this.version = learnt.parameters().version();
        this.parameters = learnt.parametersText();
        this.frequencies = learnt.frequencyBytes();
        this.births = learnt.birthsText();
        this.people = learnt.people();
        this.sampled = learnt.sampled();
        this.verdicts = learnt.verdicts();
        this.termKey = termKey;
        this.figures = figures;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    String version() {
        return version;
    }

    String parameters() {
        return parameters;
    }

    byte[] frequencies() {
        return frequencies;
    }

    String births() {
        return births;
    }

    long people() {
        return people;
    }

    int sampled() {
        return sampled;
    }

    int verdicts() {
        return verdicts;
    }

    String figures() {
        return figures;
    }

    /** Which index key the frequencies were counted under; null where that was not noted yet. */
    @Nullable
    Integer termKey() {
        return termKey;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }
}
