package eu.waymark.matching.explain;

import java.util.List;
import java.util.Locale;

/**
 * Draws an explanation as a waterfall in SVG 1.1: each bar begins where the one before it ended, the rarity of a name
 * as a bar of its own. Valid XML, without scripts, with a title and a description for those who do not see it.
 */
public final class SvgWaterfall {

    private static final int WIDTH = 960;
    private static final int LABELS = 560;
    private static final int ROW = 36;
    private static final int TOP = 16;
    private static final int BAR = 16;
    private static final int MARGIN = 50;
    private static final String FOR = "#1f6f8b";
    private static final String AGAINST = "#b4511e";
    private static final String RARE = "#8fb9c6";
    private static final String COMMON = "#e0aa8b";

    private final Explanation explanation;
    private final double least;
    private final double scale;

    private SvgWaterfall(Explanation explanation) {
        this.explanation = explanation;
        double low = 0;
        double high = 0;
        double sum = 0;
        for (Reason reason : explanation.reasons()) {
            low = Math.min(low, Math.min(sum + reason.levelBits(), sum + reason.bits()));
            high = Math.max(high, Math.max(sum + reason.levelBits(), sum + reason.bits()));
            sum += reason.bits();
        }
        this.least = low;
        this.scale = (WIDTH - LABELS - 2 * MARGIN) / Math.max(1, high - low);
    }

    /** A complete document, to be served as {@code image/svg+xml} in UTF-8. */
    public static String of(Explanation explanation) {
        return new SvgWaterfall(explanation).draw();
    }

    private String draw() {
        List<Reason> reasons = explanation.reasons();
        int height = TOP + ROW * (reasons.size() + 1) + TOP;
        var svg = new StringBuilder(4_000);
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH,
                height);
        add(svg, "<title id=\"title\">%s</title>", Plain.xml(TextExplanation.verdict(explanation)));
        add(svg, "<desc id=\"desc\">%s</desc>", Plain.xml(description()));
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
        line(svg, x(0), TOP, x(0), height - TOP);
        double sum = 0;
        for (int row = 0; row < reasons.size(); row++) {
            row(svg, reasons.get(row), TOP + row * ROW, sum);
            sum += reasons.get(row).bits();
        }
        total(svg, TOP + reasons.size() * ROW);
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        var text = new StringBuilder();
        for (Reason reason : explanation.reasons()) {
            text.append(Explanation.bits(reason.bits()))
                    .append(" bits: ")
                    .append(reason.sentence())
                    .append(' ');
        }
        return text.append("Together ")
                .append(Explanation.bits(explanation.weight()))
                .append(" bits.")
                .toString();
    }

    private void row(StringBuilder svg, Reason reason, int y, double from) {
        text(svg, 8, y + 14, "#222222", "start", reason.sentence());
        text(svg, 8, y + 29, "#666666", "start", Plain.values(reason));
        double level = from + reason.levelBits();
        bar(svg, y, from, level, level >= from ? FOR : AGAINST);
        if (reason.rarityBits() != 0) {
            bar(svg, y, level, from + reason.bits(), reason.rarityBits() > 0 ? RARE : COMMON);
        }
        double end = Math.max(Math.max(from, level), from + reason.bits());
        text(svg, x(end) + 5, y + 18, "#222222", "start", Explanation.bits(reason.bits()));
        line(svg, x(from + reason.bits()), y + 8 + BAR, x(from + reason.bits()), y + 8 + ROW);
    }

    private void total(StringBuilder svg, int y) {
        text(svg, 8, y + 20, "#222222", "start", TextExplanation.verdict(explanation));
        bar(svg, y, 0, explanation.weight(), explanation.weight() >= 0 ? FOR : AGAINST);
        double end = Math.max(0, explanation.weight());
        text(svg, x(end) + 5, y + 18, "#222222", "start", Explanation.bits(explanation.weight()));
    }

    private double x(double bits) {
        return LABELS + MARGIN + (bits - least) * scale;
    }

    private void bar(StringBuilder svg, int y, double from, double to, String fill) {
        double left = x(Math.min(from, to));
        add(
                svg,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                left,
                y + 8,
                Math.max(1, x(Math.max(from, to)) - left),
                BAR,
                fill);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        add(svg, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#999999\"/>", x1, y1, x2, y2);
    }

    private static void text(StringBuilder svg, double x, double y, String fill, String anchor, String text) {
        if (!text.isEmpty()) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
                    x,
                    y,
                    fill,
                    anchor,
                    Plain.xml(text));
        }
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
