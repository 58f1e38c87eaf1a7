package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is not answered: in a code that both countries understand, as the database keeps it. */
@Schema(name = "InformationRefusalReason")
enum RefusalReason {
    @JsonProperty("not-the-child")
    NOT_THE_CHILD,
    @JsonProperty("not-found")
    NOT_FOUND,
    @JsonProperty("no-legal-basis")
    NO_LEGAL_BASIS,
    @JsonProperty("not-necessary")
    NOT_NECESSARY,
    @JsonProperty("not-competent")
    NOT_COMPETENT,
    /** Hague Convention 1996, article 37: to tell would endanger the child. */
    @JsonProperty("transmission-creates-danger")
    TRANSMISSION_CREATES_DANGER,
    /** Cannot be answered; nobody learns why from this. */
    @JsonProperty("contact-central-authority")
    CONTACT_CENTRAL_AUTHORITY,
    @JsonProperty("court-order-forbids")
    COURT_ORDER_FORBIDS;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the asker is told: that there is a danger would itself tell something. */
    RefusalReason toAsker() {
        return this == TRANSMISSION_CREATES_DANGER ? CONTACT_CENTRAL_AUTHORITY : this;
    }

    static RefusalReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
