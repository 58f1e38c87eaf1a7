package eu.waymark.matching.train;

import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.Level;
import eu.waymark.matching.score.Odds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table of the engine's parameters, learnt anew. */
final class OddsTable {

    /** True pairs that the table at hand counts for; what is seldom seen stays as it was. */
    private static final double BELIEVED = 100;

    /** Random pairs that it counts for. */
    private static final double BELIEVED_STRANGERS = 100_000;

    private OddsTable() {}

    /**
     * The table with m of the levels from counts of true pairs; the levels share what they shared before.
     *
     * @param levels those to learn, best first
     */
    static <L extends Level> Map<L, Odds> withM(Map<L, Odds> table, List<L> levels, Field field, LevelCounts counts) {
        double[] m = new double[levels.size()];
        double[] u = new double[levels.size()];
        double all = 0;
        double mass = 0;
        for (L level : levels) {
            all += counts.of(field, level);
            mass += odds(table, level).m();
        }
        for (int i = 0; i < m.length; i++) {
            Odds before = odds(table, levels.get(i));
            m[i] = (counts.of(field, levels.get(i)) * mass + BELIEVED * before.m()) / (all + BELIEVED);
            u[i] = before.u();
        }
        Monotone.enforce(m, u);
        return replaced(table, levels, m, u);
    }

    /** The table with u of the levels from counts of random pairs, less the true pairs among them. */
    static <L extends Level> Map<L, Odds> withU(
            Map<L, Odds> table, List<L> levels, Field field, LevelCounts random, LevelCounts matches, double sampled) {
        double[] m = new double[levels.size()];
        double[] u = new double[levels.size()];
        double all = 0;
        double mass = 0;
        for (L level : levels) {
            all += strangers(random, matches, field, level, sampled);
            mass += odds(table, level).u();
        }
        for (int i = 0; i < m.length; i++) {
            Odds before = odds(table, levels.get(i));
            double strangers = strangers(random, matches, field, levels.get(i), sampled);
            m[i] = before.m();
            u[i] = (strangers * mass + BELIEVED_STRANGERS * before.u()) / (all + BELIEVED_STRANGERS);
        }
        Monotone.enforce(m, u);
        return replaced(table, levels, m, u);
    }

    private static double strangers(LevelCounts random, LevelCounts matches, Field field, Level level, double sampled) {
        return Math.max(0, random.of(field, level) - matches.of(field, level) * sampled);
    }

    private static <L extends Level> Map<L, Odds> replaced(Map<L, Odds> table, List<L> levels, double[] m, double[] u) {
        var replaced = new HashMap<>(table);
        for (int i = 0; i < m.length; i++) {
            replaced.put(levels.get(i), new Odds(m[i], u[i]));
        }
        return replaced;
    }

    private static <L extends Level> Odds odds(Map<L, Odds> table, L level) {
        Odds odds = table.get(level);
        if (odds == null) {
            throw new IllegalArgumentException("The parameters say nothing about level " + level.name());
        }
        return odds;
    }
}
