package eu.waymark.matching;

import eu.waymark.matching.score.MatchingEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two invented records and what a careful registrar says of them.
 *
 * @param id stable, begins with the category
 * @param relation what the two are to each other: same, twin, sibling, parent-or-child, unrelated, unknown
 */
record HardPair(String id, Entry left, Entry right, String expected, String relation, String category, String reason) {

    static final String MATCH = "match";
    static final String POSSIBLE = "possible";
    static final String NO_MATCH = "no-match";
    static final List<String> VERDICTS = List.of(MATCH, POSSIBLE, NO_MATCH);
    private static final String REFUSED = "refused";

    /** One side as the table has it; anything may be empty, {@code a|b} are two births on record. */
    record Entry(String given, String family, String births, String sex) {

        Demographics demographics() {
            return Demographics.parse(List.of(PersonName.of(given, family)), births(births), sexCode(), List.of());
        }

        private static List<String> births(String births) {
            return births.isEmpty() ? List.of() : List.of(births.split("\\|"));
        }

        private int sexCode() {
            return switch (sex) {
                case "male" -> 1;
                case "female" -> 2;
                case "other" -> 9;
                default -> 0;
            };
        }
    }

    /** The engine's verdict on a pair out of any register, in the words of the table, {@code refused} where it cannot read a field. */
    String verdict(MatchingEngine engine) {
        try {
            Demographics one = left.demographics();
            Demographics other = right.demographics();
            return switch (engine.score(engine.prepare(one), engine.prepare(other))
                    .band()) {
                case CERTAIN -> MATCH;
                case POSSIBLE -> POSSIBLE;
                case NONE -> NO_MATCH;
            };
        } catch (InvalidDemographicsException unreadable) {
            return REFUSED;
        }
    }

    static List<HardPair> all() {
        try (var table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HardPair.class.getResourceAsStream("hard-pairs.csv")),
                StandardCharsets.UTF_8))) {
            return table.lines().skip(1).map(line -> of(fields(line))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HardPair of(List<String> field) {
        return new HardPair(
                field.get(0),
                new Entry(field.get(1), field.get(2), field.get(3), field.get(4)),
                new Entry(field.get(5), field.get(6), field.get(7), field.get(8)),
                field.get(9),
                field.get(10),
                field.get(11),
                field.get(12));
    }

    /** RFC 4180 without line breaks inside a field. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>(13);
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
