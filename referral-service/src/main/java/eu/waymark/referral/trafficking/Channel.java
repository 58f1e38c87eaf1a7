package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to get in touch with somebody who may be watched. */
@Schema(name = "ContactChannel")
enum Channel {
    @JsonProperty("in-person")
    IN_PERSON,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("mail")
    MAIL,
    @JsonProperty("e-mail")
    E_MAIL,
    @JsonProperty("through-others")
    THROUGH_OTHERS
}
