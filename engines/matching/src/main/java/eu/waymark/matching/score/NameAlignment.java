package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import java.util.Arrays;

/**
 * The best one-to-one alignment of the words of two names, found exactly: words are few. Which words go together is
 * decided by the evidence that their agreement adds over a disagreement.
 */
final class NameAlignment {

    private static final int ALONE = -1;

    private final PreparedName left;
    private final PreparedName right;
    private final NameOdds table;
    private final NameLevel[] levels;
    private final double[] gains;
    private final double[] best;
    private final byte[] choice;

    NameAlignment(PreparedName left, PreparedName right, NameOdds table) {
        this.left = left;
        this.right = right;
        this.table = table;
        int pairs = left.length() * right.length();
        this.levels = new NameLevel[pairs];
        this.gains = new double[pairs];
        int sets = 1 << right.length();
        this.best = new double[(left.length() + 1) * sets];
        this.choice = new byte[left.length() * sets];
        comparePairs();
        solve(sets);
    }

    /** For each word of the left name the index of its partner, or a negative number. */
    int[] partners() {
        int sets = 1 << right.length();
        int[] partners = new int[left.length()];
        int taken = 0;
        for (int i = 0; i < left.length(); i++) {
            partners[i] = choice[i * sets + taken];
            taken |= partners[i] == ALONE ? 0 : 1 << partners[i];
        }
        return partners;
    }

    NameLevel level(int i, int j) {
        return levels[i * right.length() + j];
    }

    /** What the agreement of two words adds, the part of their rarity told apart. */
    Contribution contribution(int i, int j) {
        NameLevel level = level(i, j);
        NameRole role = role(i, j);
        boolean swapped = isSwapped(i, j);
        if (level.perTerm()) {
            return table.ofWord(role, level, odds(i, j), swapped);
        }
        Contribution plain = table.plain(role, level);
        return swapped ? Contribution.of(plain.field(), level, odds(i, j)) : plain;
    }

    /** The odds of the agreement of two words. */
    private Odds odds(int i, int j) {
        NameLevel level = level(i, j);
        Odds odds = table.of(role(i, j), level);
        Odds here = level.perTerm() ? odds.of(Math.max(left.share(i), right.share(j))) : odds;
        return isSwapped(i, j) ? table.swapped(here) : here;
    }

    /** What a pair of words is: what either source knows; not known where they contradict each other. */
    NameRole role(int i, int j) {
        NameRole a = left.token(i).role();
        NameRole b = right.token(j).role();
        if (a == NameRole.PATRONYMIC || b == NameRole.PATRONYMIC) {
            return NameRole.PATRONYMIC;
        }
        if (a == NameRole.UNKNOWN) {
            return b;
        }
        return a == b || b == NameRole.UNKNOWN ? a : NameRole.UNKNOWN;
    }

    private boolean isSwapped(int i, int j) {
        return role(i, j) == NameRole.UNKNOWN
                && left.token(i).role() != right.token(j).role();
    }

    private void comparePairs() {
        for (int i = 0; i < left.length(); i++) {
            for (int j = 0; j < right.length(); j++) {
                int pair = i * right.length() + j;
                levels[pair] = ComparedTokens.compare(left.token(i), right.token(j));
                gains[pair] = mayAlign(i, j) ? odds(i, j).bits() - table.differentBits(role(i, j)) : 0;
            }
        }
    }

    /** A father's name is taken for a child's only where it is the very name. */
    private boolean mayAlign(int i, int j) {
        NameLevel level = level(i, j);
        boolean fathers = left.token(i).role() == NameRole.PATRONYMIC;
        boolean oneFather = fathers != (right.token(j).role() == NameRole.PATRONYMIC);
        boolean alike = level.aligns() || level == NameLevel.LOOKALIKE;
        return oneFather ? level.compareTo(NameLevel.COGNATE) <= 0 : alike;
    }

    /** Over sets of taken right words, from the last left word to the first. */
    private void solve(int sets) {
        Arrays.fill(choice, (byte) ALONE);
        for (int i = left.length() - 1; i >= 0; i--) {
            for (int taken = 0; taken < sets; taken++) {
                int here = i * sets + taken;
                best[here] = best[here + sets];
                for (int j = 0; j < right.length(); j++) {
                    double gain = gains[i * right.length() + j];
                    if (gain > 0 && (taken & 1 << j) == 0) {
                        consider(here, j, gain + best[(i + 1) * sets + (taken | 1 << j)]);
                    }
                }
            }
        }
    }

    private void consider(int here, int partner, double value) {
        if (value > best[here]) {
            best[here] = value;
            choice[here] = (byte) partner;
        }
    }
}
