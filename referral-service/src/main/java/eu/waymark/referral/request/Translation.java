package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the recipient gets the request in a language of its own (Brussels IIb, article 80(3)). */
@Schema(name = "InformationTranslation")
enum Translation {
    @JsonProperty("not-needed")
    NOT_NEEDED,
    @JsonProperty("attached")
    ATTACHED,
    /** The recipient is asked to have it translated. */
    @JsonProperty("wanted")
    WANTED;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
