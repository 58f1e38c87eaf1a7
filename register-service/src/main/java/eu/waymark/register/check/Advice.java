package eu.waymark.register.check;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What an answer means, in plain words of the asker's language. English where none of the asked ones is known. */
final class Advice {

    static final List<Locale> LANGUAGES =
            List.of("en", "fr", "de", "nl", "pl", "es", "it", "pt", "ro", "sv", "el").stream()
                    .map(Locale::of)
                    .toList();

    private static final String WORDS = "eu.waymark.register.check.Advice";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Advice() {}

    /** @param accepted the header {@code Accept-Language} */
    static String of(CheckView.Result result, @Nullable String accepted) {
        return ResourceBundle.getBundle(WORDS, language(accepted), EXACTLY).getString(result.code());
    }

    private static Locale language(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var known = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return known == null ? Locale.ENGLISH : known;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
