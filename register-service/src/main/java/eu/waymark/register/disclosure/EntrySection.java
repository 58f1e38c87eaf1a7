package eu.waymark.register.disclosure;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A part of what can be told about a child that the holder writes for the purpose, sealed. */
@Entity
@Table(name = "entry_section")
class EntrySection implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String section = "";

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] content = {};

    @Column(name = "written_by")
    String writtenBy = "";

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    @Version
    int version;

    @Override
    public String toString() {
        return REDACTED;
    }
}
