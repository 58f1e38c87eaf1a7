package eu.waymark.referral.missing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An episode in a list: without its texts, which are read one by one. */
@Schema(name = "MissingEpisodeSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeSummary(
        UUID id, UUID personRecordId, String kind, String missingFrom, String status, Instant openedAt, int version) {

    static EpisodeSummary of(MissingEpisode e) {
        return new EpisodeSummary(e.id, e.personRecordId, e.kind, e.missingFrom, e.status, e.openedAt, e.version);
    }
}
