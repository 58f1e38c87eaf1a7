package eu.waymark.register.check;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry that a check found, under a handle that tells nothing. */
@Entity
@Table(name = "check_match")
class CheckMatch {

    static final String HIT = "hit";
    static final String POSSIBLE = "possible";

    @Id
    UUID handle = new UUID(0, 0);

    @Column(name = "check_id")
    UUID checkId = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String result = POSSIBLE;
    String name = "";

    @Column(name = "birth_date")
    String birthDate = "";

    String sex = "";

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    Agreement agreement() {
        return new Agreement(name, birthDate, sex);
    }
}
