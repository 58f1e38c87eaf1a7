package eu.waymark.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures beside the goals that were set before they were measured. */
public final class Goals {

    private final List<String> rows = new ArrayList<>();
    private boolean reached = true;

    public void atMost(double goal, double figure, String what) {
        add(what, "<= ", goal, figure, figure <= goal);
    }

    public void atLeast(double goal, double figure, String what) {
        add(what, ">= ", goal, figure, figure >= goal);
    }

    private void add(String what, String sign, double goal, double figure, boolean met) {
        reached &= met;
        rows.add("%-58s %14s %14s  %s"
                .formatted(what, sign + number(goal), number(figure), met ? "reached" : "NOT REACHED"));
    }

    /** Whether every figure met its goal. */
    public boolean reached() {
        return reached;
    }

    public String table() {
        return "%n%-58s %14s %14s%n".formatted("what", "goal", "measured") + String.join(System.lineSeparator(), rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.3f" : "%,.0f", value);
    }
}
