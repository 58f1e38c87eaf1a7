package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody stays. Of unknown age only what is fit for a child and keeps nobody with adults or among children unassessed (domain C12). */
@Schema(name = "AccommodationType")
enum Accommodation {
    @JsonProperty("foster-care")
    FOSTER_CARE(true),
    @JsonProperty("specialised-child-home")
    SPECIALISED_CHILD_HOME(true),
    @JsonProperty("unknown-age-safe-house")
    UNKNOWN_AGE_SAFE_HOUSE(true),
    @JsonProperty("supervised-single-room")
    SUPERVISED_SINGLE_ROOM(true),
    @JsonProperty("shared-child-home")
    SHARED_CHILD_HOME(false),
    @JsonProperty("adult-accommodation")
    ADULT_ACCOMMODATION(false),
    @JsonProperty("hotel")
    HOTEL(false);

    private final boolean fitsUnknownAge;

    Accommodation(boolean fitsUnknownAge) {
        this.fitsUnknownAge = fitsUnknownAge;
    }

    boolean fitsUnknownAge() {
        return fitsUnknownAge;
    }
}
