package eu.waymark.platform.persistence.note;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Note implements Personal {

    @Id
    UUID id;

    String tag;
    String text;

    @Version
    int version;

    protected Note() {}

    Note(UUID id, String tag, String text) {
        this.id = id;
        this.tag = tag;
        this.text = text;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
