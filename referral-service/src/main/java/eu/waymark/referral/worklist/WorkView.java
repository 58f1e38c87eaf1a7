package eu.waymark.referral.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.referral.work.WorkKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that an agency has to do. */
@Schema(
        name = "WorkItem",
        description =
                "Something that your agency has to do. It never says which child it is about: open the reference.",
        requiredProperties = {"id", "kind", "reference", "link", "startedAt", "overdue", "paused", "version"},
        examples = """
            {"id":"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11","kind":"referral-decision",
             "reference":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90",
             "link":"/api/referral/v1/referrals/0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","desk":"FR-69-CRIP-DUTY",
             "awaitedBy":"GB-LDS-CSC","startedAt":"2026-03-02T09:30:00Z","dueAt":"2026-03-03T22:59:59Z",
             "rule":"FR-DEC/1","percentGone":62,"overdue":false,"paused":false,
             "heldBy":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","holderName":"Claire Moreau",
             "assignedTo":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkView(
        UUID id,
        String kind,

        @Schema(description = "What it is about, for example the referral.")
        UUID reference,

        @Schema(description = "Where the reference is read.")
        String link,

        @Schema(description = "Absent where it lies before the whole agency.") @Nullable
        String desk,

        @Schema(description = "The agency that waits for it.") @Nullable
        String awaitedBy,

        Instant startedAt,
        @Nullable Instant dueAt,

        @Schema(description = "The rule that gave the due date, with its version.") @Nullable
        String rule,

        @Schema(description = "How much of the time has gone, by the rule's own way of counting, 0 to 100.") @Nullable
        Integer percentGone,

        boolean overdue,
        @Schema(description = "Its clock stands still.") boolean paused,

        @Schema(description = "When the central authority was told that it is overdue.") @Nullable
        Instant escalatedAt,

        @Schema(description = "Who does it now. Absent: nobody, or somebody who is away without a deputy.") @Nullable
        String heldBy,

        @Nullable String holderName,

        @Schema(description = "Whose it is, also while a deputy does it.") @Nullable
        String assignedTo,

        int version)
        implements Personal, Versioned {

    static WorkView of(ListedWork item, Instant now) {
        var clocked = item.clocked();
        var held = item.held();
        return new WorkView(
                item.id(),
                item.kind(),
                item.reference(),
                "/api/referral/v1/" + WorkKind.of(item.kind()).resource() + "/" + item.reference(),
                item.desk(),
                item.awaitedBy(),
                clocked.startedAt(),
                clocked.dueAt(),
                clocked.rule(),
                clocked.gone(now).orElse(null),
                clocked.isOverdue(now),
                clocked.pausedAt() != null,
                clocked.escalatedAt(),
                held.heldBy(),
                held.name(),
                held.assignedTo(),
                item.version());
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
