package eu.waymark.referral.assessment;

import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The factors of an assessment, as England's children in need census codes them: data, not code. */
@ApplicationScoped
class Factors {

    private static final String LIST = "factors-v1.csv";

    private final Set<String> codes = read();

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 when one is not of the list */
    void requireKnown(Collection<String> asked) {
        if (!codes.containsAll(asked)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Correct the fields listed under 'errors'.")
                    .at("factors", "must be codes of the census, such as 10A or 12A");
        }
    }

    private static Set<String> read() {
        var list = Objects.requireNonNull(
                Factors.class.getResourceAsStream("/eu/waymark/referral/assessment/" + LIST), LIST);
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", 2)[0]).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
