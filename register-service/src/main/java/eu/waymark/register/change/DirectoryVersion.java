package eu.waymark.register.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the directory said of something, for a while. */
@Schema(
        name = "DirectoryVersion",
        examples =
                "{\"from\":\"2026-03-02T09:00:00Z\",\"document\":{\"name\":\"North\",\"country\":\"GB\",\"type\":\"child-protection\"}}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DirectoryVersion(
        @Schema(description = "When it took effect; absent for what came with a release.") @Nullable
        Instant from,

        @Schema(description = "When another took its place; absent for what stands.") @Nullable
        Instant until,

        Map<String, Object> document) {

    /** Whether it stood at any moment from the one to before the other. */
    boolean stoodWithin(Instant start, Instant end) {
        return (from == null || from.isBefore(end)) && (until == null || until.isAfter(start));
    }
}
