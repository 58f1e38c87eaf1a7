package eu.waymark.matching.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param id as the file says it
 * @param values as written, one for each {@link LinkField}, empty where nothing is known
 * @param truth who it is, where somebody knows; never used but to count what was found
 */
public record LinkRecord(
        String id, List<String> values, @Nullable String truth) {

    public LinkRecord {
        values = List.copyOf(values);
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "LinkRecord[redacted]";
    }
}
