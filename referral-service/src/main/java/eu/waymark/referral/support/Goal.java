package eu.waymark.referral.support;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a child is to reach, or wants to. Its texts are ciphertext here. */
@Entity(name = "RecoveryGoal")
@Table(name = "recovery_goal")
class Goal implements Personal {

    @Id
    UUID id;

    UUID personRecordId;
    UUID referralId;
    byte[] goal;
    byte @Nullable [] childWords;
    String agency;
    String setBy;
    Instant setAt;

    @SuppressWarnings("NullAway.Init")
    protected Goal() {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
