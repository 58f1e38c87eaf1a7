package eu.waymark.referral.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that another service should have been told, and was not. */
@Schema(
        name = "Undelivered",
        requiredProperties = {"id", "subscriber", "fact", "since", "refused"},
        examples = """
            {"id":"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11","subscriber":"register","fact":"notification.requested",
             "kind":"referral-received","reference":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","fromAgency":"GB-LDS-CSC",
             "toAgency":"FR-69-CRIP","since":"2026-03-02T09:30:00Z","refused":true,"status":422}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Undelivered(
        UUID id,

        @Schema(description = "The service that should have been told.")
        String subscriber,

        String fact,

        @Schema(description = "Of the notification.") @Nullable
        String kind,

        @Nullable String reference,
        @Nullable String fromAgency,
        @Nullable String toAgency,
        Instant since,

        @Schema(description = "For good: only somebody who mends the cause can help. Else the service is away.")
        boolean refused,

        @Schema(description = "The status with which it was refused.") @Nullable
        Integer status) {

    static Undelivered of(Tuple row) {
        return new Undelivered(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, Instant.class),
                row.get(8) != null,
                row.get(8, Integer.class));
    }
}
