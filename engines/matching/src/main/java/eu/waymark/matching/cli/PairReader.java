package eu.waymark.matching.cli;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.InvalidDemographicsException;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns lines of a file of pairs into people, by the names of the columns. */
final class PairReader {

    private static final List<String> NEEDED =
            List.of("id", "given1", "family1", "dob1", "sex1", "given2", "family2", "dob2", "sex2");
    private static final Pattern COUNTRIES = Pattern.compile("[|;,\\s]+");
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;

    /** Two people to compare. */
    record Pair(String id, Demographics left, Demographics right) {

        /** Never shows the people. */
        @Override
        public String toString() {
            return "Pair[redacted]";
        }
    }

    PairReader(CsvFile file) {
        for (String column : NEEDED) {
            if (file.column(column) < 0) {
                throw new ToolException(
                        "The file of pairs has no column \"" + column + "\"; it needs " + String.join(",", NEEDED));
            }
        }
        this.width = file.header().size();
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(file.header().get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    /** The pair of a line. */
    Pair read(CsvFile.Line line) throws BadLineException {
        List<String> cells = line.cells();
        if (cells == null) {
            throw new BadLineException("has quotes that do not close or do not enclose a value");
        }
        if (cells.size() != width) {
            throw new BadLineException("has " + cells.size() + " values where the header has " + width);
        }
        try {
            return new Pair(cell(cells, "id"), person(cells, "1"), person(cells, "2"));
        } catch (InvalidDemographicsException bad) {
            throw new BadLineException(String.valueOf(bad.getMessage()));
        }
    }

    private Demographics person(List<String> cells, String side) throws BadLineException {
        String given = cell(cells, "given" + side);
        String family = cell(cells, "family" + side);
        List<PersonName> names = given.isEmpty() && family.isEmpty()
                ? List.of()
                : List.of(PersonName.of(given.isEmpty() ? null : given, family.isEmpty() ? null : family));
        return new Demographics(
                names,
                births("dob" + side, cell(cells, "dob" + side)),
                sex("sex" + side, cell(cells, "sex" + side)),
                countries("nationality" + side, cell(cells, "nationality" + side)));
    }

    static List<BirthDate> births(String field, String text) {
        return text.isEmpty() ? List.of() : BirthDate.parseAll(field, text);
    }

    static Sex sex(String field, String text) throws BadLineException {
        Sex sex = SexText.read(text);
        if (sex == null) {
            throw new BadLineException(field + " is none of m, f, x, male, female, 0, 1, 2, 9");
        }
        return sex;
    }

    static TreeSet<String> countries(String field, String text) throws BadLineException {
        var countries = new TreeSet<String>();
        for (String country : COUNTRIES.split(text.toUpperCase(Locale.ROOT))) {
            if (!country.isEmpty()) {
                if (!ALPHA_2.matcher(country).matches()) {
                    throw new BadLineException(field + " is not an ISO 3166-1 alpha-2 code");
                }
                countries.add(country);
            }
        }
        return countries;
    }

    private String cell(List<String> cells, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : cells.get(at);
    }
}
