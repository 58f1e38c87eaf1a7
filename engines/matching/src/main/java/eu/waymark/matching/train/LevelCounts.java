package eu.waymark.matching.train;

import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.Level;
import eu.waymark.matching.score.Score;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How often pairs were found at each level of each field, each pair with its weight. */
final class LevelCounts {

    private final Map<Field, Map<Level, Double>> counts = new EnumMap<>(Field.class);

    void add(Score score, double weight) {
        for (Contribution reason : score.contributions()) {
            counts.computeIfAbsent(reason.field(), field -> new HashMap<>()).merge(reason.level(), weight, Double::sum);
        }
    }

    double of(Field field, Level level) {
        return counts.getOrDefault(field, Map.of()).getOrDefault(level, 0.0);
    }
}
