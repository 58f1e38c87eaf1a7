package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRelation;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;

/**
 * Finds the level at which two words of names agree. Symmetric. What the lexicon knows goes before likeness: two given
 * names in their own right are two names however close their letters are (Hassan and Hussein, Maria and Marina), and so
 * are a name and its other sex's form (Samir and Samira).
 */
final class TokenComparison {

    /** In shorter words a letter makes another name. */
    private static final int SHORTEST_TYPO = 5;

    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_TYPOS = 4;
    private static final int SHORTEST_TWO_TYPOS = 8;
    private static final int SHORTEST_SKELETON = 3;
    private static final int SHORTEST_SIMILAR = 5;
    private static final int SHORTEST_BEGINNING = 4;
    private static final double SIMILAR = .9;

    private TokenComparison() {}

    static NameLevel compare(NameToken left, NameToken right) {
        TokenForms a = left.forms();
        TokenForms b = right.forms();
        if (a.isInitial() || b.isInitial()) {
            return a.sameInitial(b) ? NameLevel.INITIAL : NameLevel.DIFFERENT;
        }
        if (a.sameWord(b)) {
            return a.own().equals(b.own()) ? NameLevel.IDENTICAL : NameLevel.ROMANISED;
        }
        boolean given = left.role() == NameRole.GIVEN || right.role() == NameRole.GIVEN;
        boolean surnames = left.role() == NameRole.FAMILY && right.role() == NameRole.FAMILY;
        return switch (a.relation(b, surnames)) {
            case SAME_NAME -> NameLevel.SPELLING;
            case SHORT_FORM -> NameLevel.EQUIVALENT;
            case COGNATE -> a.sameSound(b) ? NameLevel.SPELLING : NameLevel.COGNATE;
            case OTHER_NAME -> looksAlike(a, b) ? NameLevel.LOOKALIKE : NameLevel.DIFFERENT;
            case UNKNOWN -> given ? ofGivenNames(a, b) : ofSurnames(a, b);
        };
    }

    private static NameLevel ofGivenNames(TokenForms a, TokenForms b) {
        if (a.sameSound(b)) {
            return NameLevel.SPELLING;
        }
        return isPairOfSexes(a.latin(), b.latin()) ? NameLevel.LOOKALIKE : byLikeness(a, b);
    }

    private static NameLevel ofSurnames(TokenForms a, TokenForms b) {
        if (a.sameSound(b) || a.sameFamily(b)) {
            return NameLevel.SPELLING;
        }
        NameLevel level = byLikeness(a, b);
        boolean loose = level.aligns() && level.compareTo(NameLevel.SKELETON) >= 0;
        return loose && a.relation(b, false) == NameRelation.OTHER_NAME ? NameLevel.DIFFERENT : level;
    }

    /** Zdzislaw and Zdzislawa, Mario and Maria: an ending that makes a boy's name a girl's. */
    private static boolean isPairOfSexes(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        int stem = longer.length() - 1;
        if (stem < 2 || longer.charAt(stem) != 'a' && longer.charAt(stem) != 'o') {
            return false;
        }
        boolean added = shorter.length() == stem && longer.charAt(stem) == 'a';
        boolean changed = stem >= SHORTEST_STEM
                && shorter.length() == longer.length()
                && isAO(shorter.charAt(stem), longer.charAt(stem));
        return (added || changed) && longer.startsWith(shorter.substring(0, stem));
    }

    private static boolean isAO(char a, char b) {
        return a == 'a' && b == 'o' || a == 'o' && b == 'a';
    }

    private static NameLevel byLikeness(TokenForms a, TokenForms b) {
        if (a.isIdeographic() && b.isIdeographic()) {
            return NameLevel.DIFFERENT;
        }
        boolean letters = !a.abjad() && !b.abjad();
        NameLevel slip = letters ? bySlips(a, b) : NameLevel.DIFFERENT;
        if (slip != NameLevel.DIFFERENT) {
            return slip;
        }
        if (sameSkeleton(a, b)) {
            return NameLevel.SKELETON;
        }
        return letters && isSimilar(a.latin(), b.latin()) ? NameLevel.SIMILAR : NameLevel.DIFFERENT;
    }

    private static NameLevel bySlips(TokenForms a, TokenForms b) {
        String x = a.latin();
        String y = b.latin();
        int length = Math.max(x.length(), y.length());
        if (length < SHORTEST_TYPOS) {
            return NameLevel.DIFFERENT;
        }
        boolean sameStart = x.charAt(0) == y.charAt(0);
        if (Edits.within(x, y, 1) || Edits.confusable(x, y)) {
            boolean plain = length > SHORTEST_TYPO || length == SHORTEST_TYPO && sameStart;
            return plain ? NameLevel.TYPO : NameLevel.TYPOS;
        }
        if (length > SHORTEST_TYPO && a.sameButForVowels(b)) {
            return NameLevel.TYPO;
        }
        boolean two =
                length >= SHORTEST_TWO_TYPOS && Edits.within(x, y, 2) || length > SHORTEST_TYPO && a.sameSoundButOne(b);
        return two ? NameLevel.TYPOS : NameLevel.DIFFERENT;
    }

    private static boolean looksAlike(TokenForms a, TokenForms b) {
        return a.sameSound(b) || sameSkeleton(a, b) || Edits.within(a.latin(), b.latin(), 1);
    }

    private static boolean sameSkeleton(TokenForms a, TokenForms b) {
        return a.skeleton().length() >= SHORTEST_SKELETON && a.skeleton().equals(b.skeleton());
    }

    private static boolean isSimilar(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (shorter >= SHORTEST_BEGINNING && (a.startsWith(b) || b.startsWith(a))) {
            return true;
        }
        boolean sameStart = a.charAt(0) == b.charAt(0) || shorter > SHORTEST_SIMILAR + 1;
        return shorter >= SHORTEST_SIMILAR && sameStart && Edits.jaroWinkler(a, b) >= SIMILAR;
    }
}
