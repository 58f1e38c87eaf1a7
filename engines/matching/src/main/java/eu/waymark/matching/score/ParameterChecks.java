package eu.waymark.matching.score;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must hold of every model, learnt or set by hand. */
final class ParameterChecks {

    /** How far the probabilities of all outcomes of a field may be from one: models are written with few digits. */
    private static final double TOLERANCE = .05;

    private ParameterChecks() {}

    /** @throws IllegalArgumentException naming what is wrong with the model */
    static void check(Parameters parameters) {
        complete("given", parameters.given(), NameLevel.values());
        complete("family", parameters.family(), NameLevel.values());
        complete("birth", parameters.birth(), BirthLevel.values());
        complete("sex", parameters.sex(), PlainLevel.SAME, PlainLevel.DIFFERENT);
        complete("nationality", parameters.nationality(), PlainLevel.SAME, PlainLevel.DIFFERENT);
        complete("document", parameters.document(), DocumentLevel.values());
        complete("kin", parameters.kin(), Kinship.KINDS);
        monotone("given", parameters.given(), names(), parameters.givenShare());
        monotone("family", parameters.family(), names(), parameters.familyShare());
        monotone("birth", parameters.birth(), exactDays(), 1);
        monotone("sex", parameters.sex(), List.of(PlainLevel.SAME, PlainLevel.DIFFERENT), 1);
        monotone("nationality", parameters.nationality(), List.of(PlainLevel.SAME, PlainLevel.DIFFERENT), 1);
        monotone("document", parameters.document(), List.of(DocumentLevel.values()), 1);
        whole("birth", parameters.birth(), exactDays());
        whole("sex", parameters.sex(), parameters.sex().keySet());
        whole("nationality", parameters.nationality(), parameters.nationality().keySet());
        whole("document", parameters.document(), parameters.document().keySet());
    }

    private static List<NameLevel> names() {
        return Arrays.stream(NameLevel.values())
                .filter(level -> level.compareTo(NameLevel.DIFFERENT) <= 0)
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
            require(bits <= before, field + " rewards " + level.name() + " more than a better level");
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
