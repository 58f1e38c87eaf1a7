package eu.waymark.matching.link;

import eu.waymark.matching.name.TokenForms;
import java.util.List;
import java.util.stream.Stream;

/** How two names of one role agree, best first. */
enum WordLevel {
    EXACT,
    /** One name in the lexicon, a surname in two genders, another romanisation. */
    EQUIVALENT,
    ONE_EDIT,
    TWO_EDITS,
    /** One of several words agrees, or one name is how the other begins. */
    PART,
    /** The same consonants, or alike as Jaro-Winkler sees it. */
    ALIKE,
    INITIAL,
    DIFFERENT;

    private static final double NEAR = .85;
    private static final int SHORT = 4;

    static final List<String> NAMES = Stream.of(values()).map(Enum::name).toList();

    static WordLevel of(NameValue a, NameValue b) {
        if (a.letters().equals(b.letters())) {
            return EXACT;
        }
        WordLevel best = best(a, b);
        if (a.words().size() == 1 && b.words().size() == 1) {
            return best;
        }
        WordLevel whole = spelling(a.letters(), b.letters());
        WordLevel part = best.compareTo(ONE_EDIT) <= 0 ? PART : best;
        return whole.compareTo(part) < 0 ? whole : part;
    }

    private static WordLevel best(NameValue a, NameValue b) {
        WordLevel best = DIFFERENT;
        for (TokenForms left : a.words()) {
            for (TokenForms right : b.words()) {
                WordLevel here = of(left, right);
                best = here.compareTo(best) < 0 ? here : best;
            }
        }
        return best;
    }

    private static WordLevel of(TokenForms a, TokenForms b) {
        if (a.sameWord(b)) {
            return EXACT;
        }
        if (a.isInitial() || b.isInitial()) {
            return a.latin().charAt(0) == b.latin().charAt(0) ? INITIAL : DIFFERENT;
        }
        boolean vowelless = (a.abjad() || b.abjad())
                && a.skeleton().length() > 1
                && a.skeleton().equals(b.skeleton());
        if (a.sameGroup(b) || a.neutral().equals(b.neutral()) || vowelless) {
            return EQUIVALENT;
        }
        WordLevel spelling = spelling(a.latin(), b.latin());
        boolean alike = a.skeleton().length() > 1 && a.skeleton().equals(b.skeleton());
        return alike && spelling.compareTo(ALIKE) > 0 ? ALIKE : spelling;
    }

    private static WordLevel spelling(String a, String b) {
        if (a.equals(b)) {
            return EXACT;
        }
        int shorter = Math.min(a.length(), b.length());
        int edits = Strings.edits(a, b, 2);
        if (edits == 1 && shorter >= SHORT - 1) {
            return ONE_EDIT;
        }
        if (edits == 2 && shorter > SHORT) {
            return TWO_EDITS;
        }
        if (shorter >= SHORT && (a.startsWith(b) || b.startsWith(a))) {
            return PART;
        }
        return shorter >= SHORT && Strings.alike(a, b, NEAR) ? ALIKE : DIFFERENT;
    }
}
