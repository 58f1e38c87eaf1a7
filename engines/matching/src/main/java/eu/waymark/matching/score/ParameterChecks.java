package eu.waymark.matching.score;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must hold of every model, learnt or set by hand; what is wrong is an {@link IllegalArgumentException}. */
final class ParameterChecks {

    /** How far the probabilities of all outcomes of a field may be from one: models are written with few digits. */
    private static final double TOLERANCE = .05;

    /** In bits: levels that training found equal differ by what bits are rounded to. */
    private static final double ROUNDING = 1e-5;

    private ParameterChecks() {}

    static void ofNames(String field, Map<NameLevel, Odds> table, double share) {
        complete(field, table, NameLevel.values());
        monotone(field, table, names(), share);
    }

    static void ofBirths(Map<BirthLevel, Odds> table) {
        complete("birth", table, BirthLevel.values());
        monotone("birth", table, exactDays(), 1);
        whole("birth", table, exactDays());
    }

    static void ofPlain(String field, Map<PlainLevel, Odds> table) {
        List<PlainLevel> levels = List.of(PlainLevel.SAME, PlainLevel.DIFFERENT);
        complete(field, table, PlainLevel.SAME, PlainLevel.DIFFERENT);
        monotone(field, table, levels, 1);
        whole(field, table, levels);
    }

    static void ofDocuments(Map<DocumentLevel, Odds> table) {
        List<DocumentLevel> levels = List.of(DocumentLevel.values());
        complete("document", table, DocumentLevel.values());
        monotone("document", table, levels, 1);
        whole("document", table, levels);
    }

    static void ofKin(Map<Relation, Kin> table) {
        complete("kin", table, Kinship.KINDS);
    }

    private static List<NameLevel> names() {
        return Arrays.stream(NameLevel.values())
                .filter(level -> level.aligns() || level == NameLevel.DIFFERENT)
                .toList();
    }

    private static List<BirthLevel> exactDays() {
        return Arrays.stream(BirthLevel.values())
                .filter(BirthLevel::ofExactDays)
                .toList();
    }

    @SafeVarargs
    private static <K> void complete(String field, Map<K, ?> table, K... levels) {
        for (K level : levels) {
            require(table.containsKey(level), field + " says nothing about " + level);
        }
    }

    /** A better level never counts for less than a worse one; names at the share of one of unknown frequency. */
    private static <L extends Level> void monotone(String field, Map<L, Odds> table, List<L> best, double share) {
        double before = Double.POSITIVE_INFINITY;
        for (L level : best) {
            Odds odds = Objects.requireNonNull(table.get(level));
            boolean probable = odds.m() > 0 && odds.m() <= 1 && odds.u() > 0 && Double.isFinite(odds.u());
            require(probable, field + " has no odds at " + level.name());
            boolean perTerm = level instanceof NameLevel name && name.perTerm();
            double bits = (perTerm ? odds.of(share) : odds).bits();
            require(bits <= before + ROUNDING, field + " rewards " + level.name() + " more than a better level");
            before = bits;
        }
    }

    private static <L> void whole(String field, Map<L, Odds> table, Collection<L> levels) {
        double m = 0;
        double u = 0;
        for (L level : levels) {
            Odds odds = Objects.requireNonNull(table.get(level));
            m += odds.m();
            u += odds.u();
        }
        boolean whole = Math.abs(m - 1) <= TOLERANCE && Math.abs(u - 1) <= TOLERANCE;
        require(whole, field + " has probabilities that do not add up to one");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The model's " + problem);
        }
    }
}
