package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;

/** Finds the level at which two words of names agree. Symmetric and without allocation. */
final class TokenComparison {

    /** Where the longer word has fewer letters, one of them makes another name: Lea and Leo, Ali and Eli. */
    private static final int SHORTEST_WITH_TYPO = 4;

    private static final int SHORTEST_SKELETON = 2;

    private TokenComparison() {}

    static NameLevel compare(NameToken left, NameToken right) {
        TokenForms a = left.forms();
        TokenForms b = right.forms();
        if (a.sameWord(b)) {
            return a.own().equals(b.own()) ? NameLevel.IDENTICAL : NameLevel.ROMANISED;
        }
        if (a.isInitial() || b.isInitial()) {
            return a.latin().charAt(0) == b.latin().charAt(0) ? NameLevel.INITIAL : NameLevel.DIFFERENT;
        }
        if (equivalent(left, right)) {
            return NameLevel.EQUIVALENT;
        }
        boolean sameSkeleton =
                a.skeleton().length() >= SHORTEST_SKELETON && a.skeleton().equals(b.skeleton());
        if (a.sound().equals(b.sound()) || sameSkeleton && (a.abjad() || b.abjad())) {
            return NameLevel.SPELLING;
        }
        if (oneEditApart(a.latin(), b.latin())) {
            return NameLevel.TYPO;
        }
        return sameSkeleton ? NameLevel.SKELETON : NameLevel.DIFFERENT;
    }

    private static boolean equivalent(NameToken left, NameToken right) {
        boolean surnames = left.role() != NameRole.GIVEN && right.role() != NameRole.GIVEN;
        if (surnames && left.forms().neutral().equals(right.forms().neutral())) {
            return true;
        }
        boolean givenNames = left.role() != NameRole.FAMILY && right.role() != NameRole.FAMILY;
        return givenNames && left.forms().sameGroup(right.forms());
    }

    /** One letter replaced, added, missing, or two neighbours swapped. */
    static boolean oneEditApart(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        int added = longer.length() - shorter.length();
        if (longer.length() < SHORTEST_WITH_TYPO || added > 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        if (added == 1) {
            return sameFrom(shorter, at, longer, at + 1);
        }
        return sameFrom(shorter, at + 1, longer, at + 1) || swappedAt(shorter, longer, at);
    }

    private static boolean swappedAt(String a, String b, int at) {
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && sameFrom(a, at + 2, b, at + 2);
    }

    private static boolean sameFrom(String a, int fromA, String b, int fromB) {
        return a.length() - fromA == b.length() - fromB && a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }
}
