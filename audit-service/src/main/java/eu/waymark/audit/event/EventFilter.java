package eu.waymark.audit.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events are asked for; conditions left out do not narrow. A {@code @BeanParam}. */
record EventFilter(
        @Parameter(description = "Tag of a child", example = "w7Tq0b3mX9s2KpVd")
        @QueryParam("subject")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String subject,

        @Parameter(description = "Subject of the actor's token", example = "3f0c0f5e-6a52-4b8e-9d43-0d8a0a3f2c11")
        @QueryParam("actor")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String actor,

        @Parameter(description = "Agency of the actor; another than your own finds nothing", example = "FR-69-CRIP")
        @QueryParam("agency")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String agency,

        @Parameter(description = "Purpose of use", example = "CP-ASSESS")
        @QueryParam("purpose")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String purpose,

        @Parameter(description = "Type of the event", example = "register.check.answered")
        @QueryParam("type")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String type,

        @Parameter(description = "Case reference", example = "69-2026-0042")
        @QueryParam("case")
        @JsonProperty("case")
        @Pattern(regexp = CODE, message = NOT_A_CODE)
        @Nullable
        String caseReference,

        @Parameter(description = "0 done, 4 refused, 8 or 12 failed", example = "4")
        @QueryParam("outcome")
        @Pattern(regexp = "^(0|4|8|12)$", message = "is one of 0, 4, 8, 12")
        @Nullable
        String outcome,

        @Parameter(description = "Recorded at or after", example = "2026-11-01T00:00:00Z") @QueryParam("from") @Nullable
        Instant from,

        @Parameter(description = "Recorded before", example = "2026-12-01T00:00:00Z") @QueryParam("to") @Nullable
        Instant to) {

    /** Printable characters without spaces: everything one can ask for is a code, nothing is a name. */
    private static final String CODE = "^[!-~]{1,200}$";

    private static final String NOT_A_CODE = "is a code of at most 200 characters, without spaces";
}
