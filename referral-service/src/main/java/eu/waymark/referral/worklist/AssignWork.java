package eu.waymark.referral.worklist;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who shall do it. */
@Schema(
        description = "Who shall do it: you, where neither is named; a colleague; or whoever of another desk takes it.",
        examples = "{\"worker\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\"}")
record AssignWork(
        @Schema(description = "A colleague's subject, for managers.") @Size(min = 1, max = 255) @Nullable
        String worker,

        @Schema(description = "Another desk of your agency.")
        @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be the code of a desk")
        @Nullable
        String desk)
        implements Personal {

    @AssertTrue(message = "must name a worker or a desk, not both")
    @Schema(hidden = true)
    boolean isToOne() {
        return worker == null || desk == null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    /** An item as it was seen. */
    @Schema(name = "SeenWork", examples = "{\"id\":\"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11\",\"version\":1}")
    record Seen(@NotNull UUID id, @NotNull @PositiveOrZero Integer version) {}

    /** The same for several items. */
    @Schema(
            name = "AssignSeveral",
            examples =
                    "{\"items\":[{\"id\":\"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11\",\"version\":1}],\"to\":{\"desk\":\"GB-KENT-INTAKE\"}}")
    record Several(
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Seen> items,

            @Schema(description = "You, where it is absent.") @Valid @Nullable
            AssignWork to) {}

    /** Several items to hand back. */
    @Schema(
            name = "ReturnSeveral",
            examples = "{\"items\":[{\"id\":\"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11\",\"version\":1}]}")
    record Returns(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Seen> items) {}
}
