package eu.waymark.matching.link;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.TokenForms;
import eu.waymark.matching.train.Outcome;
import eu.waymark.matching.train.Shared;
import eu.waymark.matching.train.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Given and family name together, because forms mix them up: where they agree only crosswise, they are compared
 * crosswise, and that they were is an outcome of its own.
 */
final class NameComparison implements FieldComparison {

    private static final int GIVEN = 0;
    private static final int FAMILY = 1;
    private static final int ORDER = 2;

    private static final double OTHER_GIVEN_NAME = .1;

    /** A name that so few have makes candidates by itself. */
    private static final int RARE = 40;

    private final @Nullable NameValue[] given;
    private final @Nullable NameValue[] family;
    private final @Nullable NameValue[] atBirth;
    private final Counts givens = new Counts();
    private final Counts families = new Counts();

    /** Values by record; blank where nothing is known. */
    NameComparison(List<String> given, List<String> family, List<String> atBirth) {
        this.given = read(given, NameRole.GIVEN, givens);
        this.family = read(family, NameRole.FAMILY, families);
        this.atBirth = read(atBirth, NameRole.FAMILY, families);
    }

    private static @Nullable NameValue[] read(List<String> texts, NameRole role, Counts counts) {
        var values = new @Nullable NameValue[texts.size()];
        for (int i = 0; i < values.length; i++) {
            NameValue value = NameValue.of(texts.get(i), role);
            values[i] = value;
            if (value != null) {
                counts.add(value.letters());
            }
        }
        return values;
    }

    @Override
    public List<Slot> slots() {
        return List.of(
                new Slot("given", Shared.NOBODY, WordLevel.NAMES, OTHER_GIVEN_NAME),
                new Slot("family", Shared.FAMILY, WordLevel.NAMES),
                new Slot("order", Shared.NOBODY, List.of("KEPT", "SWAPPED")));
    }

    @Override
    public void compare(int left, int right, Outcome outcome, int first) {
        WordLevel straightGiven = level(given[left], given[right]);
        WordLevel straightFamily = level(family[left], family[right]);
        WordLevel crossGiven = level(given[left], family[right]);
        WordLevel crossFamily = level(family[left], given[right]);
        if (crossed(straightGiven, straightFamily, crossGiven, crossFamily)) {
            set(outcome, first + GIVEN, crossGiven, given[left], family[right]);
            set(outcome, first + FAMILY, crossFamily, family[left], given[right]);
            outcome.set(first + ORDER, 1);
        } else {
            set(outcome, first + GIVEN, straightGiven, given[left], given[right]);
            family(left, right, straightFamily, outcome, first + FAMILY);
            outcome.set(first + ORDER, 0);
        }
    }

    /** A family name may be another record's name at birth. */
    private void family(int left, int right, @Nullable WordLevel straight, Outcome outcome, int slot) {
        WordLevel before = level(atBirth[left], family[right]);
        WordLevel after = level(family[left], atBirth[right]);
        if (better(before, straight) && !better(after, before)) {
            set(outcome, slot, before, atBirth[left], family[right]);
        } else if (better(after, straight)) {
            set(outcome, slot, after, family[left], atBirth[right]);
        } else {
            set(outcome, slot, straight, family[left], family[right]);
        }
    }

    private static boolean better(@Nullable WordLevel one, @Nullable WordLevel other) {
        return one != null && (other == null || one.compareTo(other) < 0);
    }

    /** Only where nothing agrees as it stands, and a good agreement shows crosswise. */
    private static boolean crossed(
            @Nullable WordLevel given, @Nullable WordLevel family, @Nullable WordLevel a, @Nullable WordLevel b) {
        return !agrees(given) && !agrees(family) && (agrees(a) || agrees(b));
    }

    private static boolean agrees(@Nullable WordLevel level) {
        return level != null && level.compareTo(WordLevel.TWO_EDITS) <= 0;
    }

    private static @Nullable WordLevel level(@Nullable NameValue a, @Nullable NameValue b) {
        return a == null || b == null ? null : WordLevel.of(a, b);
    }

    private void set(
            Outcome outcome, int slot, @Nullable WordLevel level, @Nullable NameValue a, @Nullable NameValue b) {
        if (level == null || a == null || b == null) {
            return;
        }
        boolean perWord = level.compareTo(WordLevel.INITIAL) < 0;
        outcome.set(slot, level.ordinal(), perWord ? others(level, a.letters(), b.letters()) : Outcome.NO_TERM);
    }

    /** A swapped name counts as common as it is in its commoner role. */
    private int others(WordLevel level, String a, String b) {
        return level == WordLevel.EXACT
                ? Math.max(givens.beside(a), families.beside(a))
                : Math.max(givens.beside(a, b), families.beside(a, b));
    }

    @Override
    public boolean mayBeRelatives(int left, int right) {
        NameValue a = given[left];
        NameValue b = given[right];
        boolean swapped = agrees(level(a, family[right])) && agrees(level(family[left], b));
        if (a == null || b == null || swapped) {
            return false;
        }
        return switch (WordLevel.of(a, b)) {
            case EXACT, EQUIVALENT -> false;
            case ONE_EDIT, PART -> a.isOtherNameThan(b);
            case TWO_EDITS, ALIKE, INITIAL, DIFFERENT -> true;
        };
    }

    @Override
    public void keys(int record, KeySink keys) {
        weak(given[record], 0, keys);
        weak(family[record], 1, keys);
        if (atBirth[record] != null && !atBirth[record].equals(family[record])) {
            weak(atBirth[record], 1, keys);
        }
        NameValue a = given[record];
        NameValue b = family[record];
        if (a != null && b != null) {
            shortened(a.letters(), b.letters(), keys);
            shortened(b.letters(), a.letters(), keys);
        }
    }

    private void weak(@Nullable NameValue value, int group, KeySink keys) {
        if (value == null) {
            return;
        }
        if (givens.of(value.letters()) + families.of(value.letters()) <= RARE) {
            keys.strong("r" + value.letters());
        }
        for (TokenForms word :
                value.words().subList(0, Math.min(2, value.words().size()))) {
            keys.weak(group, "n" + word.skeleton());
            word.groups().forEach(lexicon -> keys.weak(group, "g" + lexicon));
        }
        String letters = value.letters();
        keys.weak(group, "p" + letters.substring(0, Math.min(3, letters.length())));
        keys.weak(group, "s" + letters.substring(Math.max(0, letters.length() - 4)));
    }

    /** One name without any of its letters, and how the other begins: one typing error hides behind a letter. */
    private static void shortened(String name, String other, KeySink keys) {
        String start = other.substring(0, 1);
        keys.strong("d" + name + start);
        for (int i = 0; i < name.length(); i++) {
            keys.strong("d" + name.substring(0, i) + name.substring(i + 1) + start);
        }
    }
}
