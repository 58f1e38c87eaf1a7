package eu.waymark.audit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.audit.log.Sources.Heard;
import eu.waymark.platform.web.paging.Page;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Events, and how far the answer is complete: what a source has not sent yet, nobody can find. */
@Schema(
        name = "EventPage",
        requiredProperties = {"items", "sources"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventPage(
        List<AccessEvent> items,

        @Schema(description = "Cursor of the next page; absent on the last.") @Nullable
        String next,

        @Schema(description = "Every service that has ever sent events")
        List<Completeness> sources) {

    @Schema(
            name = "SourceCompleteness",
            requiredProperties = {"source", "state"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completeness(
            @Schema(examples = "register-service") String source,

            @Schema(
                    description = "What it recorded before is in the log, but for requests that were under way then; "
                            + "absent where nothing is known")
            @Nullable
            Instant completeUpTo,

            @Schema(
                    description = "HEARD: it gives signs of life. SILENT: the next is overdue, later events may be "
                            + "missing. NEVER: it has given none")
            SourceState state) {

        static Completeness of(Heard source) {
            var state = source.heard() == null
                    ? SourceState.NEVER
                    : source.silent() ? SourceState.SILENT : SourceState.HEARD;
            return new Completeness(source.source(), source.heard(), state);
        }
    }

    @Schema(name = "SourceState")
    enum SourceState {
        HEARD,
        SILENT,
        NEVER
    }

    static EventPage of(Page<AccessEvent> page, List<Heard> sources) {
        return new EventPage(
                page.items(),
                page.next(),
                sources.stream().map(Completeness::of).toList());
    }
}
