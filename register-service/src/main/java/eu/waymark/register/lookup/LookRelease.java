package eu.waymark.register.lookup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That the asker's central authority let somebody know more of a protected look. */
@Entity
@Table(name = "look_release")
class LookRelease {

    static final String TO_HOLDER = "holder";
    static final String WITH_PERSON = "person";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "look_id")
    UUID lookId = new UUID(0, 0);

    String recipient = "";
    String what = "";

    @Column(name = "released_by")
    String releasedBy = "";

    @Column(name = "released_at")
    Instant releasedAt = Instant.EPOCH;
}
