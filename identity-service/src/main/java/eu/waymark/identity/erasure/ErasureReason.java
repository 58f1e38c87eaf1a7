package eu.waymark.identity.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened, as a code: a text would be personal data again. */
@Schema(name = "ErasureReason")
enum ErasureReason {
    @JsonProperty("false-report")
    FALSE_REPORT,
    @JsonProperty("wrong-child")
    WRONG_CHILD,
    @JsonProperty("recorded-twice")
    RECORDED_TWICE,
    @JsonProperty("asked-by-subject")
    ASKED_BY_SUBJECT,
    @JsonProperty("retention-over")
    RETENTION_OVER
}
