package eu.waymark.register.statistics;

import eu.waymark.register.statistics.StatisticsViews.Cell;
import eu.waymark.register.statistics.StatisticsViews.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The tables as CSV (RFC 4180), in which no spreadsheet finds a formula (OWASP, CSV injection). */
final class StatisticsCsv {

    private static final String SUPPRESSED = "suppressed";
    private static final String BEGINS_FORMULA = "=+-@\t\r\n|%";

    private StatisticsCsv() {}

    static String of(Tables tables) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("quarter", "country", "commonClass", "harm", "ageStatus", "children");
            for (var cell : tables.cells()) {
                csv.printRecord(
                        safe(tables.quarter()),
                        safe(cell.country()),
                        safe(cell.commonClass()),
                        safe(cell.harm()),
                        safe(cell.ageStatus()),
                        children(cell));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Text could not be appended to text", impossible);
        }
        return text.toString();
    }

    private static String children(Cell cell) {
        return cell.children() == null ? SUPPRESSED : cell.children().toString();
    }

    /** An apostrophe makes it text, whatever it begins with. */
    static String safe(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
