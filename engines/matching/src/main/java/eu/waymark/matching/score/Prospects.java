package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/**
 * Tells early who cannot be a match whatever the rest says, because one of {@link Guards} will hold the pair down:
 * births that contradict each other, or names of which too few words go together.
 */
final class Prospects {

    /** Of two full names: one word that agrees is a relative or a namesake. */
    private static final int LEAST_WORDS = 2;

    private final BirthComparison births;
    private final FieldComparison fields;

    Prospects(BirthComparison births, FieldComparison fields) {
        this.births = births;
        this.fields = fields;
    }

    /** Words that must go together for a match with somebody of whom only the birth is known. */
    static int leastWords(Prepared asked, PreparedBirth birth) {
        if (asked.documents().length > 0) {
            return 0;
        }
        int least = asked.births().length == 0 ? LEAST_WORDS : MatchingEngine.NO_WORDS_SUFFICE;
        for (PreparedBirth claim : asked.births()) {
            BirthLevel level = BirthComparison.level(claim, birth);
            if (level.isSameDay()) {
                return 1;
            }
            least = level.agreement() == Agreement.DIFFER ? least : LEAST_WORDS;
        }
        return least;
    }

    /** As {@link #leastWords(Prepared, PreparedBirth)} where not even the birth is known. */
    static int leastWords(Prepared asked) {
        return asked.documents().length > 0 ? 0 : 1;
    }

    boolean any(Prepared left, Prepared right) {
        Contribution document = fields.document(left.documents(), right.documents());
        if (document != null && document.level() == DocumentLevel.SAME) {
            return true;
        }
        BirthEvidence birth = births.compare(left.births(), right.births());
        if (birth != null && birth.level().agreement() == Agreement.DIFFER) {
            return false;
        }
        return anyNames(left.names(), right.names(), sameDay(birth) ? 1 : LEAST_WORDS);
    }

    private static boolean sameDay(@Nullable BirthEvidence birth) {
        return birth != null && birth.level().isSameDay();
    }

    private static boolean anyNames(PreparedName[] left, PreparedName[] right, int least) {
        for (PreparedName one : left) {
            for (PreparedName other : right) {
                if (goTogether(one, other, least)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean goTogether(PreparedName left, PreparedName right, int least) {
        if (alike(left, right, least)) {
            return true;
        }
        PreparedName joined = NameJoins.joined(left, right);
        PreparedName other = NameJoins.joined(right, joined);
        return (joined != left || other != right) && alike(joined, other, least);
    }

    private static boolean alike(PreparedName left, PreparedName right, int least) {
        int words = 0;
        for (int i = 0; words < least && words + left.length() - i >= least; i++) {
            words += hasPartner(left, i, right) ? 1 : 0;
        }
        return words >= least;
    }

    private static boolean hasPartner(PreparedName left, int at, PreparedName right) {
        for (int j = 0; j < right.length(); j++) {
            NameLevel level = ComparedTokens.compare(left.token(at), right.token(j));
            if (level.aligns() || level == NameLevel.LOOKALIKE) {
                return true;
            }
        }
        return false;
    }
}
