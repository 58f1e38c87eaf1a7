package eu.waymark.register.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.directory.DeskView;
import eu.waymark.register.directory.Directory.MeasureName;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is disclosed: the sections that are shared and whoever asks may read, and whom to call.
 *
 * @param measure in both wordings
 * @param status whether the measure is active or ended
 */
@Schema(name = "DisclosedContent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosedContent(
        @Nullable MeasureName measure,
        @Nullable List<String> harms,
        @Nullable String risk,
        String status,
        @Nullable String summary,
        @Nullable String planSummary,
        @Nullable String contacts,
        @Nullable String safeContactRules,
        DeskView contact)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
