package eu.waymark.register.lookup;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** That somebody found an entry, and its holder is not to know. */
@Entity
@Table(name = "protected_look")
class ProtectedLook implements Personal {

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
    boolean shown;

    Caller asker() {
        return asker(askerName);
    }

    /** The agency, without the person. */
    Caller askingAgency() {
        return asker("");
    }

    private Caller asker(String name) {
        return new Caller(askedBy, name, agency, country, "", Set.of(), Set.of(), "");
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
