package eu.waymark.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what, in the spellings of the wire. Nothing here is trusted to be known: an unknown or absent value is
 * denied. Only an unknown role is passed over, for it grants nothing and issuers add roles of their own.
 *
 * @param roles codes of {@link Role}
 * @param agencyType a code of {@link AgencyType}
 * @param purpose a code of {@link PurposeOfUse}; may be absent for an administrative action
 * @param relationship a code of {@link Relationship}; may be absent for an administrative action
 * @param asked {@code EXISTENCE}, {@code SUMMARY}, {@code FULL}, or a code of {@link Action}
 */
public record Question(
        Set<String> roles,
        @Nullable String agencyType,
        @Nullable String purpose,
        @Nullable String relationship,
        @Nullable String asked) {

    public Question {
        roles = Set.copyOf(roles);
    }
}
