package eu.waymark.register.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list of the directory, which clients keep: the whole of it where it is not very long.
 *
 * @param next the code after which to ask for the rest, absent on the last page
 */
public record Listing<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Ask again with after=<this> for the rest; absent where nothing is left.")
        @Nullable
        String next) {

    /** @param rows at most one more than a page holds, in the order of their codes */
    static <E, T> Listing<T> of(List<E> rows, int most, Function<E, String> code, Function<E, T> view) {
        var shown = rows.size() > most ? rows.subList(0, most) : rows;
        var next = rows.size() > most ? code.apply(shown.getLast()) : null;
        return new Listing<>(shown.stream().map(view).toList(), next);
    }

    static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null);
    }
}
