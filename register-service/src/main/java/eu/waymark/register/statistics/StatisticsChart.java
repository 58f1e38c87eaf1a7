package eu.waymark.register.statistics;

import eu.waymark.register.statistics.StatisticsViews.Cell;
import eu.waymark.register.statistics.StatisticsViews.Tables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The children of a country by class of measure and kind of harm, as bars. Who cannot see it hears title, description and each
 * bar's own title (WCAG 1.1.1); what is suppressed is told in words and by a broken line, not by a colour.
 */
final class StatisticsChart {

    private static final int LINE = 28;
    private static final int HEAD = 56;
    private static final int LABEL = 330;
    private static final int BARS = 400;

    private static final String NOTHING = "No child had an active entry then.";

    private StatisticsChart() {}

    static String of(Tables tables, String country) {
        var bars = tables.cells().stream()
                .filter(cell -> cell.country().equals(country) && cell.isTotalOfRow())
                .toList();
        var longest = bars.stream().mapToInt(StatisticsChart::children).max().orElse(0);
        var height = HEAD + LINE * (bars.size() + 1);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 %d" role="img" aria-labelledby="title description"
                     font-family="sans-serif" font-size="14">
                <title id="title">%s</title>
                <desc id="description">%s</desc>
                <text x="8" y="28" font-size="18">%s</text>
                %s
                </svg>
                """.formatted(
                        height,
                        title(tables, country),
                        description(tables, bars),
                        title(tables, country),
                        drawn(bars, Math.max(1, longest)));
    }

    private static String drawn(List<Cell> bars, int longest) {
        if (bars.isEmpty()) {
            return "<text x=\"8\" y=\"" + HEAD + "\">" + NOTHING + "</text>";
        }
        return IntStream.range(0, bars.size())
                .mapToObj(i -> bar(bars.get(i), HEAD + i * LINE, longest))
                .collect(Collectors.joining("\n"));
    }

    private static String title(Tables tables, String country) {
        return "Children with an active entry, " + escape(country) + ", end of " + escape(tables.quarter());
    }

    private static String description(Tables tables, List<Cell> bars) {
        if (bars.isEmpty()) {
            return NOTHING;
        }
        return "Numbers below " + tables.suppressedBelow() + ", and those that would tell them, are suppressed. "
                + bars.stream().map(bar -> label(bar) + ": " + number(bar)).collect(Collectors.joining("; "));
    }

    private static String bar(Cell cell, int top, int longest) {
        var length = Math.max(2, BARS * children(cell) / longest);
        var drawn = cell.children() == null
                ? "fill=\"none\" stroke=\"#505a5f\" stroke-dasharray=\"4 3\" width=\"" + LINE + "\""
                : "fill=\"#1d70b8\" width=\"" + length + "\"";
        var end = LABEL + (cell.children() == null ? LINE : length) + 8;
        return """
                <g><title>%1$s: %2$s</title><text x="8" y="%3$d">%1$s</text>
                <rect x="%4$d" y="%5$d" height="18" %6$s/><text x="%7$d" y="%3$d">%2$s</text></g>""".formatted(label(cell), number(cell), top + 14, LABEL, top, drawn, end);
    }

    private static int children(Cell cell) {
        return cell.children() == null ? 0 : cell.children();
    }

    private static String number(Cell cell) {
        return cell.children() == null ? "suppressed" : cell.children().toString();
    }

    private static String label(Cell cell) {
        return escape(cell.commonClass() + ", " + cell.harm());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
