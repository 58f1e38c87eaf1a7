package eu.waymark.referral.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with an agency's worklist.
 *
 * @param subject the {@code sub} of the person's tokens
 * @param name for display, where the issuer tells one
 */
@Schema(
        name = "Colleague",
        examples = "{\"subject\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\",\"name\":\"Sarah Bell\"}",
        requiredProperties = "subject")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Colleague(
        String subject, @Nullable String name, @Nullable String desk) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
