package eu.waymark.identity.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.imports.ImportReport.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the lines that an import left out, in the order of the file.
 *
 * @param after what to ask for next; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejectedLines(List<Rejection> items, @Nullable Long after) {

    static RejectedLines of(List<Rejection> found) {
        if (found.size() <= ReadingImport.MOST_SHOWN) {
            return new RejectedLines(found, null);
        }
        var shown = found.subList(0, ReadingImport.MOST_SHOWN);
        return new RejectedLines(shown, shown.getLast().line());
    }
}
