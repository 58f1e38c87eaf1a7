package eu.waymark.platform.web.http;

import eu.waymark.platform.web.problem.CommonProblem;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes in a query, such as {@code early-help} for {@code EARLY_HELP}. The framework answers 404 to what it cannot convert,
 * which would look like an empty list.
 */
public final class QueryCodes {

    private QueryCodes() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 400 naming the parameter and its codes when it is none */
    public static <E extends Enum<E>> Optional<E> parsed(String parameter, @Nullable String text, E[] values) {
        if (text == null) {
            return Optional.empty();
        }
        var found = Stream.of(values).filter(value -> code(value).equals(text)).findFirst();
        if (found.isEmpty()) {
            var codes = Stream.of(values).map(QueryCodes::code).collect(Collectors.joining(" or "));
            throw CommonProblem.INVALID_REQUEST.because("Correct the query.").at(parameter, "is " + codes);
        }
        return found;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
