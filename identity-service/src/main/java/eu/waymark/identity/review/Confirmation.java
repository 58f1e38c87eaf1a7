package eu.waymark.identity.review;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The second person's word on a proposed link. */
@Schema(description = "Whether you agree that the two are one child; without that the pair goes back to the queue.")
record Confirmation(
        @NotNull Boolean agree, @Nullable @Size(max = 2000) String note) implements Personal {

    static final String EXAMPLE = "{\"agree\":true}";

    @Override
    public String toString() {
        return "Confirmation[" + agree + "]";
    }
}
