package eu.waymark.matching.link;

import eu.waymark.matching.train.Outcome;
import eu.waymark.matching.train.Shared;
import eu.waymark.matching.train.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares dates part by part and digit by digit. */
final class DateComparison implements FieldComparison {

    private static final double OTHER_BIRTH = .02;

    /** Years over which births of a register of children spread, but for a few that are wrong. */
    private static final int CHILDHOOD = 21;

    private static final double WRONG = .03;

    private final String label;
    private final int group;
    private final @Nullable DateValue[] dates;
    private final String[] digits;
    private final Counts counts = new Counts();

    /**
     * @param group number of the field
     * @param dates by record; null where nothing is known
     */
    DateComparison(String label, int group, List<@Nullable DateValue> dates) {
        this.label = label;
        this.group = group;
        this.dates = dates.toArray(DateValue[]::new);
        this.digits = new String[this.dates.length];
        for (int i = 0; i < digits.length; i++) {
            DateValue date = this.dates[i];
            digits[i] = date == null ? "" : date.digits();
            if (date != null) {
                counts.add(digits[i]);
            }
        }
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot(label, Shared.TWINS, DateLevel.NAMES, OTHER_BIRTH));
    }

    @Override
    public void compare(int left, int right, Outcome outcome, int first) {
        DateValue a = dates[left];
        DateValue b = dates[right];
        if (a == null || b == null) {
            return;
        }
        DateLevel level = DateLevel.of(a, digits[left], b, digits[right]);
        outcome.set(first, level.ordinal(), level == DateLevel.EXACT ? counts.beside(digits[left]) : Outcome.NO_TERM);
    }

    @Override
    public boolean ofChildren() {
        int[] years = Arrays.stream(dates)
                .filter(Objects::nonNull)
                .mapToInt(DateValue::year)
                .sorted()
                .toArray();
        int wrong = (int) (years.length * WRONG);
        return years.length > 0 && years[years.length - 1 - wrong] - years[wrong] < CHILDHOOD;
    }

    @Override
    public void keys(int record, KeySink keys) {
        DateValue date = dates[record];
        if (date == null) {
            return;
        }
        keys.weak(group, "y" + date.year());
        if (date.complete()) {
            int lower = Math.min(date.month(), date.day());
            int higher = Math.max(date.month(), date.day());
            keys.weak(group, "md" + lower + "-" + higher);
            keys.strong(label + date.year() + "-" + lower + "-" + higher);
            for (int i = 0; i < digits[record].length(); i++) {
                keys.strong(label + digits[record].substring(0, i) + "?" + digits[record].substring(i + 1));
            }
        }
    }
}
