package eu.waymark.referral.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record of supervision, for those who may read it. In lists without its text and actions. */
@Schema(name = "Supervision", examples = """
        {"id":"6a1b7c52-10f5-4ce6-9f4e-0f6f5f0c7d31","kind":"reflective","worker":"5d3c2f0e-8f51-4c1c-9d0b-8a1f6f0e7b44",
         "author":"91b0b3ee-47a2-4d0e-8d6a-6f7c3b1d9e02","heldOn":"2026-11-20","writtenAt":"2026-11-20T15:00:00Z",
         "text":"The last visit stays with him.","actions":[],"version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisionView(
        UUID id,
        String kind,
        String worker,
        String author,
        @Nullable UUID personRecordId,
        LocalDate heldOn,
        Instant writtenAt,
        @Nullable String text,
        List<ActionView> actions,
        int version)
        implements Personal, Versioned {

    /** Something agreed, and whether it is done. */
    @Schema(name = "SupervisionAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActionView(
            UUID id,
            String text,
            LocalDate dueOn,
            @Nullable String doneBy,
            @Nullable Instant doneAt) implements Personal {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static SupervisionView of(SupervisionRecord r, @Nullable String text, List<ActionView> actions) {
        return new SupervisionView(
                r.id, r.kind, r.worker, r.author, r.personRecordId, r.heldOn, r.writtenAt, text, actions, r.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
