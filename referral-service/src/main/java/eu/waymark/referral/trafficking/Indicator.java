package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be noticed. Each is a prompt to ask on: present or absent, none proves or disproves anything (UNODC). */
@Schema(name = "TraffickingIndicator")
enum Indicator {
    @JsonProperty("no-parent-or-guardian")
    NO_PARENT_OR_GUARDIAN,
    @JsonProperty("poor-relationship-with-adult")
    POOR_RELATIONSHIP_WITH_ADULT,
    @JsonProperty("unrelated-children-at-address")
    UNRELATED_CHILDREN_AT_ADDRESS,
    @JsonProperty("not-in-school")
    NOT_IN_SCHOOL,
    @JsonProperty("no-doctor")
    NO_DOCTOR,
    @JsonProperty("documents-missing")
    DOCUMENTS_MISSING,
    @JsonProperty("documents-held-by-another")
    DOCUMENTS_HELD_BY_ANOTHER,
    @JsonProperty("goes-missing-from-care")
    GOES_MISSING_FROM_CARE,
    @JsonProperty("coached")
    COACHED,
    @JsonProperty("others-speak")
    OTHERS_SPEAK,
    @JsonProperty("bond-with-exploiter")
    BOND_WITH_EXPLOITER,
    @JsonProperty("injuries")
    INJURIES,
    @JsonProperty("restricted-movement")
    RESTRICTED_MOVEMENT,
    @JsonProperty("no-access-to-earnings")
    NO_ACCESS_TO_EARNINGS,
    @JsonProperty("fear")
    FEAR,
    @JsonProperty("frequent-moves")
    FREQUENT_MOVES,
    @JsonProperty("unexplained-items")
    UNEXPLAINED_ITEMS
}
