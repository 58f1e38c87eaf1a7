package eu.waymark.referral.lesson;

import eu.waymark.referral.lesson.Lessons.Condition;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which lessons are asked for. */
public class LessonsQuery {

    private static final String STATES = "proposed|published|returned|withdrawn";
    private static final String WORDS =
            "words @@ (websearch_to_tsquery('simple', ?) || websearch_to_tsquery(lesson_dictionary(?), ?))";

    @Parameter(
            description = "Words to look for; \"several words\" together, or, -without.",
            example = "\"night bus\" or taxi")
    @QueryParam("q")
    @Size(max = 200)
    @Nullable
    String words;

    @QueryParam("language")
    @Pattern(regexp = LessonWords.LANGUAGES, message = "must be one of " + LessonWords.LANGUAGES)
    @Parameter(description = "Only lessons in this language, and with its word endings.")
    @Nullable
    String language;

    @QueryParam("kind")
    @Pattern(regexp = LessonWords.KINDS, message = "must be one of " + LessonWords.KINDS)
    @Nullable
    String kind;

    @QueryParam("about")
    @Pattern(regexp = LessonWords.ABOUT, message = "must be one of " + LessonWords.ABOUT)
    @Nullable
    String about;

    @QueryParam("phase")
    @Pattern(regexp = LessonWords.PHASES, message = "must be one of " + LessonWords.PHASES)
    @Nullable
    String phase;

    @QueryParam("harm")
    @Pattern(regexp = LessonWords.HARMS, message = "must be one of " + LessonWords.HARMS)
    @Nullable
    String harm;

    @QueryParam("measureClass")
    @Pattern(regexp = LessonWords.MEASURES, message = "must be one of " + LessonWords.MEASURES)
    @Nullable
    String measureClass;

    @QueryParam("country")
    @Pattern(regexp = LessonWords.COUNTRY, message = "must be a country code")
    @Nullable
    String country;

    @QueryParam("status")
    @DefaultValue("published")
    @Pattern(regexp = STATES, message = "must be one of " + STATES)
    @Parameter(description = "All but published: your agency's only.")
    String status = "published";

    List<Condition> conditions(String agency) {
        var conditions = new ArrayList<Condition>();
        equal(conditions, "status", status);
        if (!Lesson.PUBLISHED.equals(status)) {
            equal(conditions, "agency", agency);
        }
        equal(conditions, "language", language);
        equal(conditions, "kind", kind);
        equal(conditions, "about", about);
        equal(conditions, "phase", phase);
        equal(conditions, "measure_class", measureClass);
        equal(conditions, "country", country);
        if (harm != null) {
            conditions.add(new Condition("harms @> array[cast(? as text)]", harm));
        }
        if (words != null) {
            conditions.add(new Condition(WORDS, words, language == null ? "" : language, words));
        }
        return conditions;
    }

    private static void equal(List<Condition> conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.add(new Condition(column + " = ?", value));
        }
    }
}
