package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What two people of one family are to each other. */
@Schema(name = "Relation")
public enum Relation {
    @JsonProperty("twin")
    TWIN,
    @JsonProperty("sibling")
    SIBLING,
    @JsonProperty("parent-or-child")
    PARENT_OR_CHILD,
    @JsonProperty("relative")
    RELATIVE
}
