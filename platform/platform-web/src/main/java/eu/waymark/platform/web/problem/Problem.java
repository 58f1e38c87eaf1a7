package eu.waymark.platform.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire (RFC 9457, media type {@code application/problem+json}).
 *
 * @param type URI of the kind of problem
 * @param code the last part of {@code type}, for programs
 * @param detail what is wrong here and what to do; never repeats what the caller sent
 * @param requestId the id to quote when asking for help
 * @param errors the fields at fault, absent when none is
 * @param current what stands now, for a caller who may read it and changed an older state; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details. Never repeats personal data.")
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String requestId,
        List<FieldError> errors,

        @Schema(description = "What stands now, where somebody else changed it first: merge, and send again.") @Nullable
        Object current) {

    /** Media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://waymark.eu/problems/";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** One field at fault: where it is, and what it should be. */
    public record FieldError(String field, String message) {}

    public static Problem of(ProblemType type, String detail, @Nullable String requestId, List<FieldError> errors) {
        return of(type, detail, requestId, errors, null);
    }

    static Problem of(
            ProblemType type,
            String detail,
            @Nullable String requestId,
            List<FieldError> errors,
            @Nullable Object current) {
        return new Problem(
                URI.create(TYPES + type.slug()),
                type.title(),
                type.status(),
                detail,
                type.slug(),
                requestId,
                errors,
                current);
    }
}
