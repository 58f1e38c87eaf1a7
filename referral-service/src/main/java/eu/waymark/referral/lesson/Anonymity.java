package eu.waymark.referral.lesson;

import eu.waymark.referral.ReferralProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what no lesson may hold, by its shape: how somebody is reached, when somebody was born, numbers of cases and people.
 * It knows no names; for those a second person reads every lesson before others do.
 */
final class Anonymity {

    private static final Map<String, Pattern> SHAPES = shapes();

    private Anonymity() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code identifies-somebody}, naming field and shape, never the value */
    static void require(LessonWords words) {
        require("title", words.title());
        require("text", words.text());
    }

    private static void require(String field, String text) {
        SHAPES.forEach((what, shape) -> {
            if (shape.matcher(text).find()) {
                throw ReferralProblem.IDENTIFIES_SOMEBODY
                        .because("Say it without whatever leads to a person.")
                        .at(field, "holds " + what);
            }
        });
    }

    private static Map<String, Pattern> shapes() {
        var shapes = new LinkedHashMap<String, Pattern>();
        shapes.put("an e-mail address", Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+\\.[\\p{L}\\p{N}.-]+"));
        shapes.put("an address of the web", Pattern.compile("(?i)\\bhttps?://|\\bwww\\."));
        shapes.put("an id", Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"));
        shapes.put(
                "a date",
                Pattern.compile(
                        "\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b|\\b\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{2,4}\\b"
                                + "|\\b\\d{1,2}(st|nd|rd|th|er|\\.)?\\s+(de\\s+)?\\p{L}{3,12}\\.?\\s+(de\\s+)?(19|20)\\d{2}\\b"));
        // Digits with what people put between them; a year or a span of two years has fewer.
        shapes.put(
                "a telephone number or a number of a case", Pattern.compile("\\+?\\d(?:[ ()/.-]{0,2}\\d){8,}|\\d{6,}"));
        shapes.put(
                "somebody's title with a name",
                Pattern.compile(
                        "\\b(Mr|Mrs|Ms|Miss|Mme|Mlle|Herr|Frau|Dhr|Mevr|Pan|Pani|Sr|Sra|Sig|Dr)\\.?\\s+\\p{Lu}\\p{Ll}"));
        return shapes;
    }
}
