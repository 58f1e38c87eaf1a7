package eu.waymark.referral.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.web.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to anna.k@mail.example if you want to know more.",
                "Born 2014-03-07, she was not asked.",
                "Née le 7 mars 2014 à Lyon.",
                "Geboren am 7.3.2014.",
                "On 12th May 2019 nobody answered.",
                "Call +33 6 12 34 56 78 at night.",
                "Call 06-12345678.",
                "See case 20261122.",
                "See 0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90.",
                "See https://court.example/case.",
                "Mrs Koval opened the door.",
                "Herr Schmidt öffnete nicht."
            })
    void whatLeadsToAPersonIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> Anonymity.require(words(text)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type().slug()).isEqualTo("identifies-somebody");
                    assertThat(refused.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("text");
                        assertThat(text).doesNotContain(error.message());
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Since 2019 we ask within 72 hours, in 14 of 20 cases with success.",
                "Article 36 of the Hague Convention 1996 was enough; 45 days were not.",
                "Between 2015 and 2019 half of the homes had no plan.",
                "The doctor and the night bus driver were asked first.",
                "Dr visits at school helped."
            })
    void whatTellsOfWorkPasses(String text) {
        assertThatCode(() -> Anonymity.require(words(text))).doesNotThrowAnyException();
    }

    private static LessonWords words(String text) {
        return new LessonWords("idea", "other", "sharing", List.of(), null, "FR", "en", "A title", text);
    }
}
