package eu.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the asking agency is to the child. Each has a ceiling that no policy lifts: existence comes before content, and an
 * agreement alone discloses the summary only (architecture, invariant 4).
 */
public enum Relationship implements Coded {
    HOLDER("holder", AccessLevel.FULL),
    FORMER_HOLDER("former-holder", AccessLevel.FULL),
    DISCLOSED_TO("disclosed-to", AccessLevel.FULL),
    TRANSFER_RECIPIENT("transfer-recipient", AccessLevel.FULL),
    /** Break-glass, opened and still in force. */
    EMERGENCY_ACCESS("emergency-access", AccessLevel.FULL),
    /** Named by an agreement that discloses without a request. */
    AGREEMENT("agreement", AccessLevel.SUMMARY),
    /** Works on a referral about the child: may ask where others may not, and is shown no more for it. */
    REFERRAL("referral", AccessLevel.EXISTENCE),
    NONE("none", AccessLevel.EXISTENCE),
    /** Kept from this entry by an exclusion; invariant 8. */
    EXCLUDED("excluded", AccessLevel.NONE),
    /** Of a country from which the child or family claims protection; invariant 7. */
    PROTECTION_CLAIMED_AGAINST("protection-claimed-against", AccessLevel.NONE);

    private final String code;
    private final AccessLevel ceiling;

    Relationship(String code, AccessLevel ceiling) {
        this.code = code;
        this.ceiling = ceiling;
    }

    /** Empty for any other spelling. */
    public static Optional<Relationship> of(@Nullable String code) {
        return Coded.find(Relationship.class, code);
    }

    AccessLevel ceiling() {
        return ceiling;
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }
}
