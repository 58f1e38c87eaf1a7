package eu.waymark.identity.restriction;

import jakarta.validation.constraints.NotNull;

/** Why a record is to be restricted. */
record NewRestriction(@NotNull RestrictionBasis basis) {

    static final String EXAMPLE = """
            {"basis":"gdpr-18-1-a"}""";
}
