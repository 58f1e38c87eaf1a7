package eu.waymark.referral.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainWordsTest {

    private static final int SHORT = 110;

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageAsksShortQuestionsInItsOwnWords(String language) {
        // When
        var words = PlainWords.in(language);

        // Then
        assertThat(words.language()).isEqualTo(language);
        assertThat(words.smileys()).hasSize(4).allSatisfy(smiley -> assertThat(smiley.question())
                .hasSizeBetween(10, SHORT)
                .matches(".*[?;]$"));
        assertThat(words.thanks()).contains("112");
        assertThat(words.readers()).isNotBlank();
        assertThat(language.equals("en"))
                .isEqualTo(words.hurt().equals(PlainWords.in("en").hurt()));
    }

    @Test
    void anyOtherLanguageIsEnglish() {
        assertThat(PlainWords.in("xx").language()).isEqualTo("en");
    }

    private static Stream<String> languages() {
        return PlainWords.LANGUAGES.stream();
    }
}
