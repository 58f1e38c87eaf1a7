package eu.waymark.identity.review;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks that a pair be looked at.
 *
 * @param recordId a record of the caller's agency
 * @param otherRecordId another of them
 * @param handle or another agency's, under the handle that a search of the caller's own gave it
 */
@Schema(description = "Your record, and either another of your agency or the handle of a candidate of your own search.")
record NewReview(
        @NotNull UUID recordId,
        @Nullable UUID otherRecordId,
        @Nullable UUID handle) {

    static final String EXAMPLE = """
            {"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","handle":"9d0c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a"}""";
}
