package eu.waymark.referral.feedback;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a child is asked and told, in plain words of its language (K08: every professional is an adult with authority).
 *
 * @param smileys questions to be answered with a face from 1, very sad, to 5, very happy
 * @param words asks for its own words
 * @param hurt the box to tick where somebody who should look after it did it harm
 * @param readers who reads the answers, and who does not
 */
@Schema(name = "FeedbackQuestions", examples = """
        {"language":"en","smileys":[{"code":"listened","question":"Did your worker listen to you?"}],
         "words":"What do you want to say?","hurt":"Somebody who should look after me hurt me or made me afraid.",
         "readers":"Your worker does not read this.","thanks":"Thank you."}""")
record PlainWords(String language, List<Smiley> smileys, String words, String hurt, String readers, String thanks) {

    static final List<String> LANGUAGES = List.of("en", "fr", "de", "nl", "pl", "es", "it", "pt", "ro", "sv", "el");

    private static final String WORDS = "eu.waymark.referral.feedback.PlainWords";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A question that a face answers. */
    @Schema(name = "FeedbackSmiley")
    record Smiley(String code, String question) {}

    /** @param language one of {@link #LANGUAGES}; English for any other */
    static PlainWords in(String language) {
        var known = LANGUAGES.contains(language) ? language : "en";
        var words = ResourceBundle.getBundle(WORDS, Locale.of(known), EXACTLY);
        var smileys = List.of(Answers.QUESTIONS.split("\\|")).stream()
                .map(code -> new Smiley(code, words.getString(code)))
                .toList();
        return new PlainWords(
                known,
                smileys,
                words.getString("words"),
                words.getString("hurt"),
                words.getString("readers"),
                words.getString("thanks"));
    }
}
