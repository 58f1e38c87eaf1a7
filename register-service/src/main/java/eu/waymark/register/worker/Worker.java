package eu.waymark.register.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person who is named on an entry.
 *
 * @param subject the {@code sub} of the person's tokens
 * @param name for display
 */
@Schema(name = "Worker", examples = "{\"subject\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\",\"name\":\"Sarah Bell\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Worker(
        @NotBlank @Size(max = 100) String subject,
        @Size(min = 1, max = 200) @Nullable String name) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
