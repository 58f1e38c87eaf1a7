package eu.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of agency asks: it comes with the agency, from the directory (domain 4.5). */
public enum AgencyType implements Coded {
    CHILD_PROTECTION("child-protection"),
    CENTRAL_AUTHORITY("central-authority"),
    CROSS_BORDER("cross-border"),
    COURT("court"),
    PROSECUTOR("prosecutor"),
    POLICE("police"),
    NATIONAL_CRIME_AGENCY("national-crime-agency"),
    INTERPOL("interpol"),
    EUROPOL("europol"),
    SIRENE("sirene"),
    IMMIGRATION_SAFEGUARDING("immigration-safeguarding"),
    IMMIGRATION_ENFORCEMENT("immigration-enforcement"),
    BORDER_GUARD("border-guard"),
    EMBASSY("embassy"),
    BENEFITS("benefits"),
    HEALTH("health"),
    SCHOOL("school"),
    RESIDENTIAL_HOME("residential-home"),
    FOSTER_AGENCY("foster-agency"),
    GUARDIAN("guardian"),
    NGO("ngo"),
    ISS("iss"),
    HOTLINE("hotline"),
    INSPECTORATE("inspectorate"),
    DATA_PROTECTION_AUTHORITY("data-protection-authority"),
    YOUTH_PANEL("youth-panel");

    private final String code;

    AgencyType(String code) {
        this.code = code;
    }

    /** Empty for any other spelling. */
    public static Optional<AgencyType> of(@Nullable String code) {
        return Coded.find(AgencyType.class, code);
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }
}
