package eu.waymark.identity.age;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A move of the age status.
 *
 * @param ageFrom the lowest age of the range, which counts
 * @param verifiedWithIssuer whether the issuer of the document has confirmed it
 * @param documentHandedOverByAnother whether somebody else than the child handed over the document
 * @param traffickingIndicator whether there is any indicator of trafficking
 */
@Schema(description = "A move of the age status. Of a range of ages the lowest counts.")
record NewAgeStatus(
        @NotNull AgeState state,
        @Nullable @Min(0) @Max(120) Integer ageFrom,
        @Nullable @Min(0) @Max(120) Integer ageTo,
        @Nullable AgeMethod method,
        @Nullable Safeguards safeguards,
        @Nullable Boolean verifiedWithIssuer,
        @Nullable Boolean documentHandedOverByAnother,
        @Nullable Boolean traffickingIndicator,
        @Nullable @Size(max = 2000) String note)
        implements Personal {

    static final String EXAMPLE = """
            {"state":"assessed-child","ageFrom":16,"ageTo":19,"method":"holistic","safeguards":{"guardianPresent":true,\
            "interpreter":true,"leastIntrusive":true,"multidisciplinary":true}}""";

    Safeguards kept() {
        return safeguards == null ? Safeguards.NONE : safeguards;
    }

    boolean isVerified() {
        return Boolean.TRUE.equals(verifiedWithIssuer);
    }

    boolean isHandedOver() {
        return Boolean.TRUE.equals(documentHandedOverByAnother);
    }

    boolean hasIndicator() {
        return Boolean.TRUE.equals(traffickingIndicator);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
