package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of two records. */
@Schema(name = "Verdict")
public enum Verdict {
    /** One child. */
    @JsonProperty("same")
    SAME,
    /** Two children. */
    @JsonProperty("different")
    DIFFERENT,
    /** Two people of one family. */
    @JsonProperty("related")
    RELATED,
    /** Nobody can say yet: neither joins nor keeps apart. */
    @JsonProperty("unsure")
    UNSURE
}
