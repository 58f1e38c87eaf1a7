package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.name.TokenForms;
import org.jspecify.annotations.Nullable;

/**
 * Says at which level two words agree as {@link TokenComparison} does, but first asks their outlines, since most words
 * have nothing to do with each other, and remembers the rest: whoever looks through a register compares the words of one question with
 * the same few words again and again. Words are told apart by identity, since readers and indexes share them.
 *
 * <p>Bounded, and without locks: an entry never changes once it is made, and one that another thread replaces is merely
 * compared anew.
 */
final class ComparedTokens {

    private static final int BITS = 17;
    private static final int SIZE = 1 << BITS;
    private static final int ROLES = NameRole.values().length;
    private static final @Nullable Known[] KNOWN = new Known[SIZE];

    private record Known(TokenForms left, NameRole leftRole, TokenForms right, NameRole rightRole, NameLevel level) {

        boolean is(NameToken a, NameToken b) {
            return left == a.forms() && right == b.forms() && leftRole == a.role() && rightRole == b.role();
        }

        /** Never shows the words. */
        @Override
        public String toString() {
            return "Known[redacted]";
        }
    }

    private ComparedTokens() {}

    static NameLevel compare(NameToken left, NameToken right) {
        if (!left.forms().outline().mayAgree(right.forms().outline())) {
            return NameLevel.DIFFERENT;
        }
        int place = place(left, right);
        Known known = KNOWN[place];
        if (known != null && known.is(left, right)) {
            return known.level();
        }
        NameLevel level = TokenComparison.compare(left, right);
        KNOWN[place] = new Known(left.forms(), left.role(), right.forms(), right.role(), level);
        return level;
    }

    private static int place(NameToken left, NameToken right) {
        int mixed = 31 * System.identityHashCode(left.forms()) + System.identityHashCode(right.forms());
        int roles = ROLES * left.role().ordinal() + right.role().ordinal();
        return (mixed * 0x9E37_79B9 + roles * 0x85EB_CA6B) >>> Integer.SIZE - BITS;
    }
}
