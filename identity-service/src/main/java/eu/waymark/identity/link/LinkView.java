package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.caller.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision about two records, as one of their agencies sees it.
 *
 * @param inForce whether nothing was decided about the pair since
 * @param held whether a link in force does not join the two, because it contradicts another decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Link", description = "A decision about two records.")
public record LinkView(
        UUID id,
        Verdict verdict,
        @Nullable Relation relation,
        DecisionReason reason,
        String modelVersion,
        Instant decidedAt,
        boolean inForce,
        boolean held,
        List<LinkedRecord> records) {

    static final String EXAMPLE = """
            {"id":"c9b0b6e2-6a37-4f0f-9a55-0e5c7f1f6f01","verdict":"same","reason":"recorded-twice","modelVersion":"1",\
            "decidedAt":"2026-11-22T10:00:00Z","inForce":true,"held":false,"records":[\
            {"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","country":"GB"},\
            {"own":false,"country":"NL"}]}""";

    static LinkView of(Edge edge, Pair pair, boolean inForce, boolean held, Caller reader) {
        return new LinkView(
                edge.id(),
                edge.verdict(),
                edge.relation(),
                edge.reason(),
                edge.modelVersion(),
                edge.decidedAt(),
                inForce,
                held,
                pair.records().stream()
                        .map(record -> LinkedRecord.of(record, reader))
                        .sorted(java.util.Comparator.comparing(LinkedRecord::own)
                                .reversed())
                        .toList());
    }
}
