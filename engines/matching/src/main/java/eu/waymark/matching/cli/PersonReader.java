package eu.waymark.matching.cli;

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

/** Turns lines into people, by the names of the columns: given, family, dob, sex, nationality. */
final class PersonReader {

    private static final Pattern COUNTRIES = Pattern.compile("[|;,\\s]+");
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;

    PersonReader(CsvFile file) {
        this.width = file.header().size();
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(file.header().get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    /** The cells of a line that has as many as the header. */
    List<String> cells(CsvFile.Line line) throws BadLineException {
        List<String> cells = line.cells();
        if (cells == null) {
            throw new BadLineException("has quotes that do not close or do not enclose a value");
        }
        if (cells.size() != width) {
            throw new BadLineException("has " + cells.size() + " values where the header has " + width);
        }
        return cells;
    }

    /**
     * The person of a line.
     *
     * @param side what the names of its columns end with
     * @param unread where to add what is wrong with births that cannot be read; they count as not known
     */
    Demographics read(List<String> cells, String side, List<String> unread) throws BadLineException {
        String given = cell(cells, "given" + side);
        String family = cell(cells, "family" + side);
        List<PersonName> names = given.isEmpty() && family.isEmpty()
                ? List.of()
                : List.of(PersonName.of(given.isEmpty() ? null : given, family.isEmpty() ? null : family));
        try {
            return new Demographics(
                    names,
                    ClaimsCell.read("dob" + side, cell(cells, "dob" + side), unread),
                    sex("sex" + side, cell(cells, "sex" + side)),
                    countries("nationality" + side, cell(cells, "nationality" + side)));
        } catch (InvalidDemographicsException bad) {
            throw new BadLineException(String.valueOf(bad.getMessage()));
        }
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

    String cell(List<String> cells, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : cells.get(at);
    }
}
