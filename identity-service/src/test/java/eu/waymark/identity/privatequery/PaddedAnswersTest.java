package eu.waymark.identity.privatequery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.privatequery.NationalDesks.Desk;
import eu.waymark.identity.privatequery.PrivateAnswer.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaddedAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allAnswersHaveOneLengthWhateverTheDesk() throws JsonProcessingException {
        // Given
        var answers =
                new PaddedAnswers(() -> Map.of("FR", desk("Permanence"), "PL", desk("Dyżur krajowy \"PL\"")), JSON);

        // When
        var all = List.of(
                answers.nobody(),
                answers.answer(Kind.HIT, "FR"),
                answers.answer(Kind.HIT, "PL"),
                answers.answer(Kind.ASK_CONTACT, "FR"),
                answers.answer(Kind.HIT, "UA"));

        // Then: without the padding the length would tell them apart
        for (var answer : all) {
            assertThat(JSON.writeValueAsBytes(answer)).hasSize(PaddedAnswers.BYTES);
        }
        assertThat(all.stream().map(answer -> answer.padding().length()).collect(Collectors.toSet()))
                .hasSizeGreaterThan(3);
    }

    @Test
    void aDeskThatWouldMakeAnAnswerLongerStopsTheStart() {
        assertThatThrownBy(() -> new PaddedAnswers(() -> Map.of("FR", desk("x".repeat(PaddedAnswers.BYTES))), JSON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("waymark.national-desks");
    }

    private static Desk desk(String name) {
        return new Desk() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> telephone() {
                return Optional.of("+33 1 99 00 10 00");
            }

            @Override
            public Optional<String> email() {
                return Optional.empty();
            }
        };
    }
}
