package eu.waymark.referral.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.persistence.audit.Trail;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was learned is asked when work ends. The lesson itself stands apart, with no way back to the child. */
@Schema(
        name = "Learned",
        description = "Answer the closing questions of /lessons first; no lesson is kept with the work.",
        examples = "nothing-new")
public enum Learned {
    @JsonProperty("lesson-proposed")
    LESSON_PROPOSED,
    @JsonProperty("nothing-new")
    NOTHING_NEW;

    /** That it was asked, and whether a lesson was proposed; not which. */
    public void noteOn(Trail trail) {
        trail.note("learned", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
