package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.web.caller.Caller;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody may know of it: one of their own agency by its id, another's by its agency within their country,
 * and by its country abroad (architecture, invariant 8).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "LinkedRecord",
        description = "Of your agency: its id. In your country: its agency. Abroad: its country.")
public record LinkedRecord(
        boolean own, @Nullable UUID recordId, @Nullable String agency, String country) {

    public static LinkedRecord of(PersonRecord record, Caller reader) {
        var own = Pair.isOwn(record, reader);
        return new LinkedRecord(
                own,
                own ? record.id() : null,
                record.country().equals(reader.country()) ? record.agency() : null,
                record.country());
    }
}
