package eu.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    @Test
    void areAboutSomebodyAndRepeatable() {
        // When
        var once = Stream.generate(new Questions(1, 5)::next).limit(30).toList();
        var again = Stream.generate(new Questions(1, 5)::next).limit(30).toList();

        // Then
        assertThat(once).isEqualTo(again);
        assertThat(once).allSatisfy(question -> {
            assertThat(question.path("names")).isNotEmpty();
            assertThat(question.fieldNames()).toIterable().containsOnly("names", "births", "sex", "nationalities");
        });
    }

    @Test
    void takeTurnsBetweenTheChildrenOfTheSandboxAndStrangers() {
        // Given
        var questions = new Questions(1, 5);

        // When
        var asked = Stream.generate(questions::next).limit(20).toList();

        // Then
        assertThat(asked.get(0)).as("the five, again").isEqualTo(asked.get(10));
        assertThat(asked.get(1)).as("another stranger").isNotEqualTo(asked.get(11));
    }
}
