package eu.waymark.matching.cli;

import eu.waymark.matching.Demographics;
import java.util.ArrayList;
import java.util.List;

/** Turns lines of a file of pairs into people, by the names of the columns. */
final class PairReader {

    private static final List<String> NEEDED =
            List.of("id", "given1", "family1", "dob1", "sex1", "given2", "family2", "dob2", "sex2");

    private final PersonReader people;

    /**
     * Two people to compare.
     *
     * @param unread what is wrong with births that cannot be read; they count as not known
     */
    record Pair(String id, Demographics left, Demographics right, List<String> unread) {

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
        this.people = new PersonReader(file);
    }

    /** The pair of a line. */
    Pair read(CsvFile.Line line) throws BadLineException {
        List<String> cells = people.cells(line);
        var unread = new ArrayList<String>();
        Demographics left = people.read(cells, "1", unread);
        Demographics right = people.read(cells, "2", unread);
        return new Pair(people.cell(cells, "id"), left, right, List.copyOf(unread));
    }
}
