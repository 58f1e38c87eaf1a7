package eu.waymark.identity.demographics;

import eu.waymark.matching.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is taken as it is but deserves a second look. Never a verdict: who says that they are a child is treated
 * as one (architecture, invariant 6).
 *
 * @param field path of what it is about, for example {@code births[0]}
 * @param message the end of a sentence that begins with the field
 */
@Schema(name = "Warning", description = "Taken as it is, but worth a second look. Never a verdict.")
public record Warning(
        @Schema(examples = "births[0]") String field,
        @Schema(examples = "not-a-child") String code,
        String message) {

    static List<Warning> about(Demographics who, LocalDate today) {
        return Stream.concat(
                        who.forMatching().findings(today).stream().map(Warning::of),
                        IntStream.range(0, who.documents().size())
                                .filter(i -> Boolean.TRUE.equals(
                                        who.documents().get(i).asShown()))
                                .mapToObj(i -> new Warning(
                                        "documents[" + i + "]",
                                        "as-shown",
                                        "is recorded as shown; its check digit was not held against it")))
                .toList();
    }

    private static Warning of(Finding finding) {
        return new Warning(
                finding.field(),
                finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.kind().reason());
    }
}
