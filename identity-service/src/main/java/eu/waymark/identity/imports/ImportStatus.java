package eu.waymark.identity.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an import stands. */
@Schema(name = "ImportStatus")
enum ImportStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("completed")
    COMPLETED,
    /** Takes no more lines; what was taken stays. */
    @JsonProperty("cancelled")
    CANCELLED
}
