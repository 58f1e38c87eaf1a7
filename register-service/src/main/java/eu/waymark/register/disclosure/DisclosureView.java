package eu.waymark.register.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.directory.DeskView;
import eu.waymark.register.directory.Directory.MeasureName;
import eu.waymark.register.entry.Entries.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as one of its two sides sees it.
 *
 * @param entryId for the holder only: the asker gets no ids of another agency's records
 * @param reason coded reason of a refusal
 * @param escalation where a refused asker can turn
 * @param content what is disclosed, for the asker once the holder has accepted
 */
@Schema(name = "Disclosure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureView(
        UUID id,

        @Schema(enumeration = {"requested", "accepted", "refused"})
        String status,

        String askingAgency,
        String askerName,
        String purpose,
        String legalBasis,
        String agreement,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable UUID entryId,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable Instant escalatedAt,
        @Nullable String escalation,
        @Nullable Content content,
        int version)
        implements Personal {

    /** The summary: measure in both wordings, risk, contacts. */
    @Schema(name = "DisclosedContent")
    public record Content(
            MeasureName measure, List<String> harms, String risk, String status, String summary, DeskView contact)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static DisclosureView forHolder(Disclosure d) {
        return view(d, d.entryId, null, null);
    }

    static DisclosureView forAsker(Disclosure d, @Nullable Told told, DeskView contact) {
        var content = told == null
                ? null
                : new Content(told.measure(), told.harms(), told.risk(), told.status(), told.summary(), contact);
        var escalation = d.status.equals(Disclosure.REFUSED) && d.escalatedAt == null
                ? DisclosuresResource.PATH + "/" + d.id + "/escalations"
                : null;
        return view(d, null, escalation, content);
    }

    private static DisclosureView view(
            Disclosure d, @Nullable UUID entryId, @Nullable String escalation, @Nullable Content content) {
        return new DisclosureView(
                d.id,
                d.status,
                d.askingAgency,
                d.askerName,
                d.purpose,
                d.legalBasis,
                d.agreement,
                d.askedAt,
                d.dueOn,
                entryId,
                d.reason,
                d.decidedAt,
                d.escalatedAt,
                escalation,
                content,
                d.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
