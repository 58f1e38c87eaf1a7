package eu.waymark.benchmarks.matching;

import eu.waymark.matching.cli.MatchingTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Three-way verdicts on pairs that are hard for people too, through the command line.
 *
 * @param pairs compared
 * @param right verdicts as expected
 * @param wronglyMatched different children that were called a match
 */
record HardPairs(int pairs, int right, int wronglyMatched) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Compares the pairs of a file that has a column {@code expected}: match, possible or no-match. */
    static HardPairs judge(Path file) {
        Map<String, String> bands = bands(file);
        int pairs = 0;
        int right = 0;
        int wronglyMatched = 0;
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var rows = FORMAT.parse(reader)) {
            for (CSVRecord row : rows) {
                String band = bands.get(row.get("id"));
                String expected = row.get("expected");
                pairs++;
                right += expected.equals(band) ? 1 : 0;
                wronglyMatched += "no-match".equals(expected) && "match".equals(band) ? 1 : 0;
            }
        } catch (IOException unreadable) {
            throw new AccuracyException(file + " cannot be read");
        }
        return new HardPairs(pairs, right, wronglyMatched);
    }

    private static Map<String, String> bands(Path file) {
        var out = new StringWriter();
        int exitCode = MatchingTool.commandLine()
                .setOut(new PrintWriter(out))
                .execute("compare", "--explain", "none", "--pairs", file.toString());
        if (exitCode == 2) {
            throw new AccuracyException(file + " cannot be compared");
        }
        var bands = new HashMap<String, String>();
        try (var rows = FORMAT.parse(new StringReader(out.toString()))) {
            rows.forEach(row -> bands.put(row.get("id"), row.get("band")));
        } catch (IOException impossible) {
            throw new AccuracyException("the verdicts cannot be read");
        }
        return bands;
    }
}
