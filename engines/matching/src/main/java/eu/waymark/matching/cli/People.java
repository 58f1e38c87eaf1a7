package eu.waymark.matching.cli;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.train.EngineTraining.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people to learn from, and what reviewers said of them. */
final class People {

    private static final List<String> NEEDED = List.of("given", "family", "dob");

    private final List<Demographics> all = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final PrintWriter err;
    private int bad;

    People(PrintWriter err) {
        this.err = err;
    }

    /** Reads a file of people. */
    void read(Path path) {
        try (var file = CsvFile.open(path)) {
            need(file, path, NEEDED);
            var reader = new PersonReader(file);
            for (CsvFile.Line line = file.next(); line != null; line = file.next()) {
                try {
                    var unread = new ArrayList<String>();
                    List<String> cells = reader.cells(line);
                    Demographics person = reader.read(cells, "", unread);
                    places.put(reader.cell(cells, "id"), all.size());
                    all.add(person);
                    for (String fault : unread) {
                        fault(path, line, fault);
                    }
                } catch (BadLineException wrong) {
                    fault(path, line, String.valueOf(wrong.getMessage()));
                }
            }
        }
    }

    /** Reads what reviewers said of these people. */
    List<Verdict> verdicts(Path path) {
        var verdicts = new ArrayList<Verdict>();
        try (var file = CsvFile.open(path)) {
            need(file, path, List.of("left_id", "right_id", "verdict"));
            var reader = new PersonReader(file);
            for (CsvFile.Line line = file.next(); line != null; line = file.next()) {
                try {
                    verdicts.add(verdict(reader, reader.cells(line)));
                } catch (BadLineException wrong) {
                    fault(path, line, String.valueOf(wrong.getMessage()));
                }
            }
        }
        return verdicts;
    }

    private Verdict verdict(PersonReader reader, List<String> cells) throws BadLineException {
        Integer left = places.get(reader.cell(cells, "left_id"));
        Integer right = places.get(reader.cell(cells, "right_id"));
        String verdict = reader.cell(cells, "verdict").toLowerCase(Locale.ROOT);
        if (left == null || right == null || left.equals(right)) {
            throw new BadLineException("does not name two of the people");
        }
        if (!verdict.equals("same") && !verdict.equals("different")) {
            throw new BadLineException("has a verdict that is neither same nor different");
        }
        return new Verdict(left, right, verdict.equals("same"));
    }

    private static void need(CsvFile file, Path path, List<String> columns) {
        for (String column : columns) {
            if (file.column(column) < 0) {
                throw new ToolException(path + ": has no column \"" + column + "\"");
            }
        }
    }

    private void fault(Path path, CsvFile.Line line, String fault) {
        err.println(path + ", line " + line.number() + ": " + fault);
        bad++;
    }

    List<Demographics> all() {
        return all;
    }

    /** What could not be read. */
    int bad() {
        return bad;
    }

    /** Never shows the people. */
    @Override
    public String toString() {
        return "People[redacted]";
    }
}
