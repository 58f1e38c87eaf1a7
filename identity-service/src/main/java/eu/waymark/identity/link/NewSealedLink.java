package eu.waymark.identity.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link that only named workers are to know.
 *
 * @param workers who may know of it besides the proposer: the subjects of their tokens
 */
@Schema(description = "Your record, and either another of your agency or the handle of a candidate of your own search.")
record NewSealedLink(
        @NotNull UUID recordId,
        @Nullable UUID otherRecordId,
        @Nullable UUID handle,
        @NotNull DecisionReason reason,
        @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 100) String> workers) {

    static final String EXAMPLE = """
            {"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","otherRecordId":"7d3a51c8-0c5c-4d0e-9a7e-0d2c2f8f3b11",\
            "reason":"adoption","workers":["8f14e45f-ceea-467f-a8f5-1f6d2c107a1d"]}""";
}
