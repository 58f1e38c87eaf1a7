package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is at stake. Both take one path, on which a child is raised from help to protection without beginning anew. */
@Schema(name = "ReferralLevel")
enum Level {
    @JsonProperty("early-help")
    EARLY_HELP,
    @JsonProperty("protection")
    PROTECTION
}
