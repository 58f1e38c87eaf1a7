package eu.waymark.register.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as one of its two sides sees it.
 *
 * @param agreement absent within one country, where its own law is the basis
 * @param entryId for the holder only: the asker gets no ids of another agency's records
 * @param givenBy whether an agreement disclosed by itself or the holder decided
 * @param sections which parts the asker may read now
 * @param reason coded reason of a refusal or revocation
 * @param escalation where a refused asker can turn
 * @param escalationDecision what the authority decided: {@code upheld} or {@code reopened}
 * @param content what is disclosed, for the asker while the holder shares it
 */
@Schema(name = "Disclosure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureView(
        UUID id,

        @Schema(enumeration = {"requested", "accepted", "refused", "revoked"})
        String status,

        String askingAgency,
        String askerName,
        String purpose,
        String legalBasis,
        @Nullable String agreement,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable UUID entryId,
        @Nullable String givenBy,
        List<String> sections,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable Instant escalatedAt,
        @Nullable String escalation,

        @Schema(enumeration = {"upheld", "reopened"}) @Nullable
        String escalationDecision,

        @Nullable DisclosedContent content,
        int version)
        implements Personal, Versioned {

    /** What every asker is told where nothing may be: no other answer tells why (Hague Convention 1996, article 37). */
    static final String CONTACT_CENTRAL_AUTHORITY = "contact-central-authority";

    static DisclosureView forHolder(Disclosure d) {
        return view(d, d.entryId, d.sections, null, null);
    }

    /** @param readable the sections that the asker may read now */
    static DisclosureView forAsker(Disclosure d, List<String> readable, @Nullable DisclosedContent content) {
        var escalation = d.status.equals(Disclosure.REFUSED) && d.isNotEscalated() ? escalationOf(d) : null;
        return view(d, null, readable, escalation, content);
    }

    /** Nothing but where to turn, the same whatever the reason is and whatever the holder decides meanwhile. */
    static DisclosureView kept(Disclosure d) {
        return new DisclosureView(
                d.id,
                Disclosure.REFUSED,
                d.askingAgency,
                d.askerName,
                d.purpose,
                d.legalBasis,
                d.agreement,
                d.askedAt,
                d.dueOn,
                null,
                null,
                List.of(),
                CONTACT_CENTRAL_AUTHORITY,
                d.askedAt,
                d.escalatedAt,
                d.escalatedAt == null ? escalationOf(d) : null,
                Disclosure.UPHELD.equals(d.escalationDecision) ? Disclosure.UPHELD : null,
                null,
                1);
    }

    private static String escalationOf(Disclosure d) {
        return DisclosuresResource.PATH + "/" + d.id + "/escalations";
    }

    private static DisclosureView view(
            Disclosure d,
            @Nullable UUID entryId,
            List<String> sections,
            @Nullable String escalation,
            @Nullable DisclosedContent content) {
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
                d.givenBy,
                sections,
                d.reason,
                d.decidedAt,
                d.escalatedAt,
                escalation,
                d.escalationDecision,
                content,
                d.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
