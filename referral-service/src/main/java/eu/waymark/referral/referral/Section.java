package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be told about a child, each part shared or kept by itself. */
@Schema(name = "ReferralSection")
public enum Section {
    @JsonProperty("summary")
    SUMMARY,
    @JsonProperty("risk")
    RISK,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("education")
    EDUCATION,
    @JsonProperty("contacts")
    CONTACTS,
    /** What the child says, in its own words. */
    @JsonProperty("childs-views")
    CHILDS_VIEWS,
    @JsonProperty("chronology")
    CHRONOLOGY;

    /** Empty for any other spelling. */
    public static Optional<Section> of(String code) {
        return Stream.of(values())
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
