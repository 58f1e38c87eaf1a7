package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody decided so, as a code that can be counted; the words stand in the note. */
@Schema(name = "DecisionReason")
public enum DecisionReason {
    @JsonProperty("records-agree")
    RECORDS_AGREE,
    @JsonProperty("documents-agree")
    DOCUMENTS_AGREE,
    @JsonProperty("known-to-worker")
    KNOWN_TO_WORKER,
    @JsonProperty("told-by-child")
    TOLD_BY_CHILD,
    @JsonProperty("told-by-agency")
    TOLD_BY_AGENCY,
    @JsonProperty("recorded-twice")
    RECORDED_TWICE,
    @JsonProperty("records-contradict")
    RECORDS_CONTRADICT,
    @JsonProperty("two-children-met")
    TWO_CHILDREN_MET,
    @JsonProperty("decided-by-mistake")
    DECIDED_BY_MISTAKE,
    @JsonProperty("too-little-known")
    TOO_LITTLE_KNOWN,
    /** Only of sealed links. */
    @JsonProperty("adoption")
    ADOPTION,
    /** Only of sealed links. */
    @JsonProperty("new-identity")
    NEW_IDENTITY
}
