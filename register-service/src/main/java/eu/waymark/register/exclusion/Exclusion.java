package eu.waymark.register.exclusion;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person, a desk or an agency that is kept from an entry. */
@Entity
class Exclusion implements Personal {

    static final String PERSON = "person";
    static final String DESK = "desk";
    static final String AGENCY = "agency";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String kind = PERSON;
    String party = "";
    String reason = "";

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Column(name = "set_by")
    String setBy = "";

    @Column(name = "set_at")
    Instant setAt = Instant.EPOCH;

    @Column(name = "lifted_by")
    @Nullable
    String liftedBy;

    @Column(name = "lifted_at")
    @Nullable
    Instant liftedAt;

    @Version
    int version;

    boolean isLifted() {
        return liftedAt != null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
