package eu.waymark.register.entry;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an entry stood. The database writes it with every change. */
@Entity
@Table(name = "entry_version")
class EntryVersion implements Personal {

    /** Which entry, and its how manieth state. */
    @Embeddable
    record Key(@Column(name = "entry_id") UUID entryId, int version) {}

    @EmbeddedId
    Key key = new Key(new UUID(0, 0), 0);

    String measure = "";
    List<String> harms = List.of();
    String risk = "";
    String status = "";
    String holder = "";

    @Column(name = "review_due_on")
    @Nullable
    LocalDate reviewDueOn;

    @Column(name = "expected_on")
    @Nullable
    LocalDate expectedOn;

    @Column(name = "born_on")
    @Nullable
    LocalDate bornOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] summary = {};

    Safeguards safeguards = Safeguards.NONE;

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    Sealed sealedSummary() {
        return new Sealed(wrappedKey, summary);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
