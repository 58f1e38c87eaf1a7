package eu.waymark.register.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposed change as registrars see it.
 *
 * @param stale whether what it changes has changed since; such a proposal is proposed anew
 */
@Schema(name = "DirectoryChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        UUID id,
        @Schema(examples = "measure") String kind,
        @Schema(examples = "GB-ENG-CPP") String code,

        @Schema(enumeration = {"proposed", "confirmed", "refused", "withdrawn"})
        String state,

        boolean stale,

        @Schema(description = "What stood there when it was proposed; absent for a new thing.") @Nullable
        Map<String, Object> before,

        Map<String, Object> after,

        @Schema(description = "Where the two differ, field by field.")
        List<Difference> differences,

        @Schema(description = "Subject of the account of the author.")
        String proposedBy,

        String proposedByAgency,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String decidedByAgency,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** One field, before and after: a text as it is, anything else as JSON. Absent where there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    static ChangeView of(ProposedChange change, Documents documents, boolean stale) {
        var before = change.before == null ? null : documents.parse(change.before);
        var after = documents.parse(change.after);
        return new ChangeView(
                change.id,
                change.kind,
                change.code,
                change.state,
                stale,
                before == null ? null : documents.fields(before),
                documents.fields(after),
                documents.differences(before, after),
                change.proposedBy,
                change.proposerAgency,
                change.proposedAt,
                change.decidedBy,
                change.deciderAgency,
                change.decidedAt,
                change.reason);
    }
}
