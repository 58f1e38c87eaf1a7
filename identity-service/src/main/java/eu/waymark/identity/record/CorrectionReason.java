package eu.waymark.identity.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record is changed, as a code: a text would be personal data outside the seal. */
@Schema(name = "CorrectionReason")
public enum CorrectionReason {
    /** What stood there was wrong from the start: it finds nobody any more. */
    @JsonProperty("was-wrong")
    WAS_WRONG,
    /** More is known now; nothing was wrong. */
    @JsonProperty("more-known")
    MORE_KNOWN,
    /** It was right until now, as before a marriage: names that are left out stay as former ones. */
    @JsonProperty("has-changed")
    HAS_CHANGED,
    /** The person asked for it: article 16 of the GDPR and of the UK GDPR. */
    @JsonProperty("asked-by-subject")
    ASKED_BY_SUBJECT;

    /** Whether names that the new version leaves out were right in their time. */
    public boolean keepsNames() {
        return this == MORE_KNOWN || this == HAS_CHANGED;
    }
}
