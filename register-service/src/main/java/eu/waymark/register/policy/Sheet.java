package eu.waymark.register.policy;

import eu.waymark.access.Action;
import eu.waymark.access.DecisionTable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision table as comma-separated values (RFC 4180) that a spreadsheet shows and never computes. */
final class Sheet {

    private static final List<String> HEAD =
            List.of("role", "agencyType", "purpose", "relationship", "level", "actions", "rules", "policyVersion");
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final String ANY = "any";

    private Sheet() {}

    static String of(DecisionTable table) {
        var lines = table.lines().stream()
                .map(line -> List.of(
                        line.role().code(),
                        line.agencyType().code(),
                        line.purpose().code(),
                        line.relationship().code(),
                        line.level().name(),
                        codes(line.actions()),
                        String.join(" ", line.rules()),
                        table.version()));
        var administration = table.administration().stream()
                .map(one -> List.of(
                        one.role().code(),
                        one.agencyType().code(),
                        ANY,
                        ANY,
                        "NONE",
                        codes(one.actions()),
                        "",
                        table.version()));
        return Stream.of(Stream.of(HEAD), lines, administration)
                .flatMap(rows -> rows)
                .map(Sheet::row)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String codes(Collection<Action> actions) {
        return actions.stream().map(Action::code).collect(Collectors.joining(" "));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Sheet::cell).collect(Collectors.joining(","));
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
