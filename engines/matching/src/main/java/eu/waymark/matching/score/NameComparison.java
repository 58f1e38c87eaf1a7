package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two names: aligns their words and weighs what agrees, what differs and what is left over. */
final class NameComparison {

    /** Kinds of words of which one name may have more; that a patronymic is missing says nothing. */
    private static final NameRole[] OPTIONAL = {NameRole.GIVEN, NameRole.FAMILY, NameRole.UNKNOWN};

    private static final NameRole[] KNOWN = {NameRole.GIVEN, NameRole.FAMILY};
    private static final NameRole[] ROLES = NameRole.values();

    private final PreparedName left;
    private final PreparedName right;
    private final NameOdds table;
    private final NameAlignment alignment;
    private final List<Contribution> contributions = new ArrayList<>(4);
    private final int[] restLeft = new int[ROLES.length];
    private final int[] restRight = new int[ROLES.length];
    private final @Nullable NameLevel[] bestOf = new @Nullable NameLevel[ROLES.length];

    NameComparison(PreparedName left, PreparedName right, NameOdds table) {
        this.left = NameJoins.joined(left, right);
        this.right = NameJoins.joined(right, this.left);
        this.table = table;
        this.alignment = new NameAlignment(this.left, this.right, table);
    }

    NameEvidence compare() {
        int[] partners = alignment.partners();
        int taken = 0;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                restLeft[left.token(i).role().ordinal()]++;
            } else {
                taken |= 1 << partners[i];
                agree(i, partners[i]);
            }
        }
        for (int j = 0; j < right.length(); j++) {
            if ((taken & 1 << j) == 0) {
                restRight[right.token(j).role().ordinal()]++;
            }
        }
        leftOver();
        return evidence();
    }

    private void agree(int i, int j) {
        NameRole role = alignment.role(i, j);
        NameLevel level = alignment.level(i, j);
        contributions.add(alignment.contribution(i, j));
        note(role, level);
    }

    private void note(NameRole role, NameLevel level) {
        NameLevel known = bestOf[role.ordinal()];
        if (known == null || level.compareTo(known) < 0) {
            bestOf[role.ordinal()] = level;
        }
    }

    /** Words without a partner contradict words of their kind; where the other side has none, they are extra. */
    private void leftOver() {
        for (NameRole role : ROLES) {
            differ(role, role, role);
        }
        for (NameRole known : KNOWN) {
            differ(known, NameRole.UNKNOWN, known);
            differ(NameRole.UNKNOWN, known, known);
        }
        if (bestOf[NameRole.UNKNOWN.ordinal()] != null) {
            // Somebody mixed up given and family name, so what is left may be either as well.
            differ(NameRole.GIVEN, NameRole.FAMILY, NameRole.UNKNOWN);
            differ(NameRole.FAMILY, NameRole.GIVEN, NameRole.UNKNOWN);
        }
        for (NameRole role : OPTIONAL) {
            int extra = restLeft[role.ordinal()] + restRight[role.ordinal()];
            for (int i = 0; i < extra && bestOf[role.ordinal()] != null; i++) {
                add(role, NameLevel.EXTRA);
            }
        }
    }

    private void differ(NameRole ofLeft, NameRole ofRight, NameRole role) {
        while (restLeft[ofLeft.ordinal()] > 0 && restRight[ofRight.ordinal()] > 0) {
            restLeft[ofLeft.ordinal()]--;
            restRight[ofRight.ordinal()]--;
            NameLevel known = bestOf[role.ordinal()];
            boolean further = (role == NameRole.GIVEN || role == NameRole.FAMILY) && known != null && known.aligns();
            add(role, further ? NameLevel.FURTHER_DIFFERENT : NameLevel.DIFFERENT);
            note(role, NameLevel.DIFFERENT);
        }
    }

    private void add(NameRole role, NameLevel level) {
        contributions.add(table.plain(role, level));
    }

    /** Two full texts do not say which word is which: one that agrees and one that differs may be a sibling. */
    private NameEvidence evidence() {
        NameLevel given = bestOf[NameRole.GIVEN.ordinal()];
        NameLevel family = bestOf[NameRole.FAMILY.ordinal()];
        NameLevel unknown = bestOf[NameRole.UNKNOWN.ordinal()];
        if (unknown != null) {
            family = family == null ? unknown : family;
            given = given == null ? givenAmongUnknown() : given;
        }
        double bits = 0;
        for (int i = 0; i < contributions.size(); i++) {
            bits += contributions.get(i).bits();
        }
        return new NameEvidence(List.copyOf(contributions), bits, given, family);
    }

    /** The worst level of all words: whichever is the given name agrees at least so well. */
    private @Nullable NameLevel givenAmongUnknown() {
        NameLevel worst = null;
        int words = 0;
        for (Contribution reason : contributions) {
            if (reason.field() != Field.PATRONYMIC
                    && reason.level() instanceof NameLevel level
                    && level != NameLevel.EXTRA) {
                words++;
                worst = worst == null || level.compareTo(worst) > 0 ? level : worst;
            }
        }
        return words > 1 ? worst : null;
    }
}
