package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the first responder says of the age. Whoever may be a child is treated as one (directive 2011/36/EU, article 13(2)). */
@Schema(name = "TraffickingAge")
enum AgeSaid {
    @JsonProperty("child")
    CHILD,
    @JsonProperty("not-sure")
    NOT_SURE,
    @JsonProperty("adult")
    ADULT;

    boolean isTreatedAsChild() {
        return this != ADULT;
    }
}
