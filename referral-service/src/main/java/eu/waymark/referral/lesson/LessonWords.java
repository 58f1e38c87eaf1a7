package eu.waymark.referral.lesson;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has learned: codes, and a short text that names nobody.
 *
 * @param about the kind of work from which it was learned; which piece is not kept
 * @param country where it was learned; of a model from elsewhere, where that comes from
 */
@Schema(name = "LessonWords", examples = LessonWords.EXAMPLE)
record LessonWords(
        @NotNull @Pattern(regexp = KINDS, message = "must be one of " + KINDS)
        String kind,

        @NotNull @Pattern(regexp = ABOUT, message = "must be one of " + ABOUT)
        String about,

        @NotNull @Pattern(regexp = PHASES, message = "must be one of " + PHASES)
        String phase,

        @NotNull @Size(max = 6)
        List<@NotNull @Pattern(regexp = HARMS, message = "must be one of " + HARMS) String> harms,

        @Pattern(regexp = MEASURES, message = "must be one of " + MEASURES) @Nullable
        String measureClass,

        @NotNull @Pattern(regexp = COUNTRY, message = "must be a country code")
        String country,

        @NotNull @Pattern(regexp = LANGUAGES, message = "must be one of " + LANGUAGES)
        String language,

        @NotBlank @Size(max = 160) String title,

        @NotBlank @Size(max = 2000) String text) {

    static final String KINDS = "worked-well|went-wrong|idea|model-from-elsewhere";
    static final String ABOUT =
            "referral|information-request|assessment|trafficking-referral|missing-episode|feedback|other";
    static final String PHASES = "identification|assessment|planning|sharing|transfer|response|follow-up";
    static final String HARMS = "neglect|physical-abuse|emotional-abuse|sexual-abuse|domestic-violence|trafficking"
            + "|sexual-exploitation|criminal-exploitation|gang-violence|radicalisation|self-harm|suicide|sexting|fgm"
            + "|forced-marriage|other";
    static final String MEASURES = "registered_plan|supervision_order|voluntary_support|out_of_home_placement"
            + "|emergency_removal|guardianship|travel_ban|missing_alert|unborn_plan";
    static final String COUNTRY = "[A-Z]{2}(-[A-Z]{3})?";
    static final String LANGUAGES = "en|fr|de|nl|pl|es|it|pt|ro|sv|el";
    static final String EXAMPLE = """
            {"kind":"worked-well","about":"missing-episode","phase":"response","harms":["criminal-exploitation"],
             "measureClass":"out_of_home_placement","country":"NL","language":"en","title":"The bus drivers were asked first",
             "text":"Carers who keep the numbers of the night bus desk found most children within an hour."}""";
}
