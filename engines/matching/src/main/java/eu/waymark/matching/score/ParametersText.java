package eu.waymark.matching.score;

import eu.waymark.matching.score.Parameters.Thresholds;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as text, one number or pair of numbers a line, to be read, compared and signed:
 *
 * <pre>
 * version = 2
 * given.IDENTICAL = 0.6 0.6
 * kin.TWIN = 0.03 0.95 5.0E-4
 * thresholds.certain = 0.999
 * </pre>
 *
 * Odds are {@code m u}, kin {@code rate family given}. Lines that begin with {@code #} are comments.
 */
public final class ParametersText {

    private ParametersText() {}

    /** The model, the same text for the same model. */
    public static String write(Parameters model) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("version", model.version());
        odds(lines, "given", model.given());
        odds(lines, "family", model.family());
        odds(lines, "birth", model.birth());
        odds(lines, "sex", model.sex());
        odds(lines, "nationality", model.nationality());
        odds(lines, "document", model.document());
        new TreeMap<>(model.kin())
                .forEach((relation, kin) ->
                        lines.put("kin." + relation, kin.rate() + " " + kin.family() + " " + kin.given()));
        lines.put("swapped", text(model.swapped()));
        lines.put("childhood-days", text(model.childhoodDays()));
        lines.put("share.given", text(model.givenShare()));
        lines.put("share.family", text(model.familyShare()));
        lines.put("population", String.valueOf(model.population()));
        lines.put("thresholds.certain", text(model.thresholds().certain()));
        lines.put("thresholds.possible", text(model.thresholds().possible()));
        lines.put("thresholds.margin-bits", text(model.thresholds().marginBits()));
        lines.put("thresholds.common-given-bits", text(model.thresholds().commonGivenBits()));
        lines.put("thresholds.kin-odds", text(model.thresholds().kinOdds()));
        var text = new StringBuilder("# Matching model: odds are m and u, kin are rate, family and given.\n");
        lines.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    /**
     * Reads a model back.
     *
     * @throws IllegalArgumentException naming the line that is missing or cannot be read, or what is wrong with the model
     */
    public static Parameters read(String text) {
        var lines = new Lines(text);
        return new Parameters(
                lines.text("version"),
                lines.odds("given", NameLevel.class),
                lines.odds("family", NameLevel.class),
                lines.number("swapped"),
                lines.odds("birth", BirthLevel.class),
                lines.number("childhood-days"),
                lines.odds("sex", PlainLevel.class),
                lines.odds("nationality", PlainLevel.class),
                lines.odds("document", DocumentLevel.class),
                lines.kin(),
                lines.number("share.given"),
                lines.number("share.family"),
                (long) lines.number("population"),
                new Thresholds(
                        lines.number("thresholds.certain"),
                        lines.number("thresholds.possible"),
                        lines.number("thresholds.margin-bits"),
                        lines.number("thresholds.common-given-bits"),
                        lines.number("thresholds.kin-odds")));
    }

    private static <L extends Enum<L>> void odds(Map<String, String> lines, String field, Map<L, Odds> table) {
        new TreeMap<>(table).forEach((level, odds) -> lines.put(field + "." + level, odds.m() + " " + odds.u()));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%s", number);
    }

    /** The lines of a model by their keys. */
    private static final class Lines {

        private final Map<String, String> values = new LinkedHashMap<>();

        Lines(String text) {
            text.lines().map(String::strip).filter(Lines::says).forEach(line -> {
                int equals = line.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("The model has a line without '='");
                }
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            });
        }

        private static boolean says(String line) {
            return !line.isEmpty() && line.charAt(0) != '#';
        }

        String text(String key) {
            String value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException("The model says nothing about " + key);
            }
            return value;
        }

        double number(String key) {
            return numbers(key, 1)[0];
        }

        <L extends Enum<L>> Map<L, Odds> odds(String field, Class<L> levels) {
            var table = new EnumMap<L, Odds>(levels);
            for (L level : levels.getEnumConstants()) {
                if (values.containsKey(field + "." + level)) {
                    double[] numbers = numbers(field + "." + level, 2);
                    table.put(level, new Odds(numbers[0], numbers[1]));
                }
            }
            return table;
        }

        Map<Relation, Kin> kin() {
            var table = new EnumMap<Relation, Kin>(Relation.class);
            for (Relation kind : Kinship.KINDS) {
                double[] numbers = numbers("kin." + kind, 3);
                table.put(kind, new Kin(numbers[0], numbers[1], numbers[2]));
            }
            return table;
        }

        private double[] numbers(String key, int count) {
            String[] parts = text(key).split("\\s+");
            if (parts.length != count) {
                throw new IllegalArgumentException("The model needs " + count + " numbers for " + key);
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                try {
                    numbers[i] = Double.parseDouble(parts[i]);
                } catch (NumberFormatException noNumber) {
                    throw new IllegalArgumentException("The model has no number for " + key, noNumber);
                }
            }
            return numbers;
        }
    }
}
