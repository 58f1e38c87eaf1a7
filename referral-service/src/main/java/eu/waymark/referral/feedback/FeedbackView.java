package eu.waymark.referral.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a child said, as its one reading agency sees it; in lists without the answers. */
@Schema(name = "Feedback", examples = """
        {"id":"1d5c8f3e-7a20-4b0f-8f55-0a3a4f2f9c61","personRecordId":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","agency":"GB-KENT",
         "worker":"5d3c2f0e-8f51-4c1c-9d0b-8a1f6f0e7b44","language":"en","allegation":false,"smileys":{"listened":2},
         "words":"She always looks at her telephone.","givenAt":"2026-11-20T15:00:00Z","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedbackView(
        UUID id,
        UUID personRecordId,
        String agency,
        String worker,
        String language,
        boolean allegation,
        @Nullable Map<String, Integer> smileys,
        @Nullable String words,
        Instant givenAt,
        @Nullable Instant heardAt,
        int version)
        implements Personal, Versioned {

    static FeedbackView of(Feedback f, @Nullable Answers answers) {
        return new FeedbackView(
                f.id,
                f.personRecordId,
                f.agency,
                f.worker,
                f.language,
                f.isAllegation(),
                answers == null ? null : answers.smileys(),
                answers == null ? null : answers.words(),
                f.givenAt,
                f.heardAt,
                f.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
