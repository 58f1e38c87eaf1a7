package eu.waymark.audit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event as compliance sees it: the words of its leaf, which remains the evidence. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"id", "leafIndex", "source", "recorded", "type", "action", "outcome", "subjects"})
record AccessEvent(
        UUID id,

        @Schema(description = "Where its leaf stands in the log", examples = "41")
        long leafIndex,

        @Schema(description = "The service that recorded it", examples = "register-service")
        String source,

        Instant recorded,
        @Schema(examples = "register.check.answered") String type,

        @Schema(
                description = "Create, read, update, delete, execute",
                enumeration = {"C", "R", "U", "D", "E"})
        String action,

        @Schema(
                description = "0 done, 4 refused, 8 or 12 failed",
                enumeration = {"0", "4", "8", "12"})
        String outcome,

        @Schema(description = "The problem it ended with", examples = "no-agreement") @Nullable
        String outcomeCode,

        @Schema(description = "The subject of the actor's token", examples = "3f0c0f5e-6a52-4b8e-9d43-0d8a0a3f2c11")
        @Nullable
        String actor,

        @Schema(examples = "FR-69-CRIP") @Nullable String agency,
        @Schema(examples = "FR") @Nullable String country,

        @Schema(description = "The program used", examples = "agency-portal") @Nullable
        String client,

        @Schema(examples = "CP-ASSESS") @Nullable String purpose,
        @Schema(examples = "hague-1996-34") @Nullable String legalBasis,

        @Schema(name = "case", examples = "69-2026-0042") @JsonProperty("case") @Nullable
        String caseReference,

        @Schema(description = "The request's id") @Nullable String requestId,

        @Schema(description = "The resource worked on") @Nullable
        String resource,

        @Schema(description = "How many results were given out", examples = "1") @Nullable
        Integer returned,

        @Schema(description = "The tags of the children it is about, sorted")
        List<String> subjects,

        @Schema(description = "Present where it was asked for with verify=true") @Nullable
        Verified verified)
        implements Personal {

    /** The event that a leaf at this place tells of. */
    static AccessEvent of(long leafIndex, EventColumns leaf) {
        return new AccessEvent(
                leaf.id(),
                leafIndex,
                leaf.source(),
                leaf.recorded(),
                leaf.type(),
                leaf.action(),
                leaf.outcome(),
                leaf.outcomeCode(),
                leaf.actor(),
                leaf.agency(),
                leaf.country(),
                leaf.client(),
                leaf.purpose(),
                leaf.legalBasis(),
                leaf.caseReference(),
                leaf.requestId(),
                leaf.resource(),
                leaf.returned(),
                leaf.subjects(),
                null);
    }

    AccessEvent with(Verified verdict) {
        return copy(agency, country, client, caseReference, resource, subjects, verdict);
    }

    /** As it would be if nobody in it were sealed. */
    AccessEvent revealed(String ofAgency, Details.Core core) {
        return copy(
                ofAgency,
                core.country(),
                core.client(),
                core.caseReference(),
                core.resource(),
                core.subjects(),
                verified);
    }

    /** What can still be said where the sealed details are gone. */
    AccessEvent erased(String ofAgency) {
        return copy(ofAgency, country, client, caseReference, resource, subjects, verified);
    }

    private AccessEvent copy(
            @Nullable String ofAgency,
            @Nullable String ofCountry,
            @Nullable String byClient,
            @Nullable String ofCase,
            @Nullable String ofResource,
            List<String> about,
            @Nullable Verified verdict) {
        return new AccessEvent(
                id,
                leafIndex,
                source,
                recorded,
                type,
                action,
                outcome,
                outcomeCode,
                actor,
                ofAgency,
                ofCountry,
                byClient,
                purpose,
                legalBasis,
                ofCase,
                requestId,
                ofResource,
                returned,
                about,
                verdict);
    }

    boolean isAltered() {
        return verified != null && verified.state() == Verified.State.ALTERED;
    }

    Cursor cursor() {
        return new Cursor(recorded, new UUID(0, leafIndex));
    }

    @Override
    public String toString() {
        return Personal.REDACTED;
    }
}
