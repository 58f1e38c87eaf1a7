package eu.waymark.identity.link;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sealed link, as its named workers see it. */
@Schema(name = "SealedLink", description = "A link that only its named workers know.")
record SealedLinkView(
        UUID id,
        SealedLinkStatus status,
        DecisionReason reason,
        Instant proposedAt,
        List<LinkedRecord> records,
        boolean endingProposed,
        int version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id":"c9b0b6e2-6a37-4f0f-9a55-0e5c7f1f6f01","status":"proposed","reason":"adoption",\
            "proposedAt":"2026-11-22T10:00:00Z","records":[\
            {"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","country":"GB"},\
            {"own":true,"recordId":"7d3a51c8-0c5c-4d0e-9a7e-0d2c2f8f3b11","agency":"GB-LDS","country":"GB"}],"endingProposed":false,"version":0}""";

    static SealedLinkView of(SealedLink link, Pair pair, Caller reader, Instant now) {
        return new SealedLinkView(
                link.id(),
                link.status(),
                link.reason(),
                link.proposedAt(),
                pair.records().stream()
                        .map(record -> LinkedRecord.of(record, reader))
                        .toList(),
                link.isEndingProposed(now),
                link.version());
    }
}
