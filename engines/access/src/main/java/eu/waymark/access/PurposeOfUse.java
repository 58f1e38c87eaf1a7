package eu.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody asks: chosen by the person among the purposes that the token permits (architecture, part 5). */
public enum PurposeOfUse implements Coded {
    CP_ASSESS("CP-ASSESS"),
    CP_PLAN("CP-PLAN"),
    CP_TRANSFER("CP-TRANSFER"),
    CP_INFO_REQUEST("CP-INFO-REQUEST"),
    CP_EMERGENCY("CP-EMERGENCY"),
    CP_TRAFFICKING("CP-TRAFFICKING"),
    CP_INVESTIGATION_SUPPORT("CP-INVESTIGATION-SUPPORT"),
    CP_MISSING("CP-MISSING"),
    CP_PLACEMENT("CP-PLACEMENT"),
    IMMIGRATION_SAFEGUARDING("IMMIGRATION-SAFEGUARDING"),
    IMMIGRATION_ENFORCEMENT("IMMIGRATION-ENFORCEMENT"),
    COURT("COURT"),
    INSPECTION("INSPECTION"),
    SUBJECT_ACCESS("SUBJECT-ACCESS"),
    AUDIT("AUDIT"),
    STATISTICS("STATISTICS"),
    SYSTEM("SYSTEM");

    private final String code;

    PurposeOfUse(String code) {
        this.code = code;
    }

    /** Empty for any other spelling. */
    public static Optional<PurposeOfUse> of(@Nullable String code) {
        return Coded.find(PurposeOfUse.class, code);
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }
}
