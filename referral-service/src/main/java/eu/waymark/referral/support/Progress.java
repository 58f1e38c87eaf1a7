package eu.waymark.referral.support;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it goes with a goal, at one moment. */
@Entity(name = "GoalProgress")
@Table(name = "goal_progress")
class Progress implements Personal {

    /** In words, not in points: nothing is computed from them. */
    @Schema(name = "GoalState")
    enum State {
        @JsonProperty("begun")
        BEGUN,
        @JsonProperty("getting-better")
        GETTING_BETTER,
        @JsonProperty("stuck")
        STUCK,
        @JsonProperty("reached")
        REACHED,
        @JsonProperty("set-aside")
        SET_ASIDE
    }

    @Id
    UUID id;

    UUID goalId;

    @Enumerated(EnumType.STRING)
    State state;

    byte[] note;
    byte @Nullable [] childWords;
    String agency;
    String recordedBy;
    Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Progress() {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
