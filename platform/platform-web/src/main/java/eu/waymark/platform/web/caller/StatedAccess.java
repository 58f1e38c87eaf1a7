package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.problem.CommonProblem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller states with a request: why, on what basis, for which case (architecture, invariant 3).
 * A value that has not the shape of a code is dropped, so that no free text reaches the audit trail.
 *
 * @param purpose code of the purpose of use
 * @param legalBasis code of the legal basis
 * @param caseReference the caller's own case number
 */
public record StatedAccess(
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String caseReference,
        String requestId) {

    public static final String PURPOSE = "Purpose-Of-Use";
    public static final String LEGAL_BASIS = "Legal-Basis";
    public static final String CASE_REFERENCE = "Case-Reference";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/()-]{0,63}");

    /** @param header gives the value of a request header, or null */
    public static StatedAccess of(Headers header, String requestId) {
        return new StatedAccess(
                code(header.get(PURPOSE)), code(header.get(LEGAL_BASIS)), code(header.get(CASE_REFERENCE)), requestId);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 {@code legal-basis-required} without one */
    public String requireLegalBasis() {
        if (legalBasis == null) {
            throw CommonProblem.LEGAL_BASIS_REQUIRED.because(
                    "Name the basis in the header 'Legal-Basis', for example hague-1996-34.");
        }
        return legalBasis;
    }

    private static @Nullable String code(@Nullable String value) {
        return value != null && CODE.matcher(value).matches() ? value : null;
    }

    /** Looks a request header up. */
    @FunctionalInterface
    public interface Headers {
        @Nullable
        String get(String name);
    }
}
