package eu.waymark.register.exclusion;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody who is kept from an entry asked about its child. */
@Entity
@Table(name = "exclusion_alarm")
class ExclusionAlarm implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "asker_name")
    String askerName = "";

    String agency = "";
    String country = "";
    String purpose = "";
    Instant at = Instant.EPOCH;

    @Column(name = "told_at")
    @Nullable
    Instant toldAt;

    /** Which agency; nobody where all of the country have a conflict. */
    @Nullable
    String told;

    Caller asker() {
        return new Caller(askedBy, askerName, agency, country, "", Set.of(), Set.of(), "");
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
