package eu.waymark.identity.privatequery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.Encoding;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateMatcher;
import eu.waymark.matching.clk.Thresholds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever asks once more with a slip is seen to, wherever the slip would still find the child. */
class RecentQuestionTest {

    private static final Thresholds IN_A_SMALL_REGISTER = Thresholds.forPeople(1);
    private static final Thresholds IN_A_LARGE_ONE = Thresholds.forPeople(1_000_000);

    private final ClkEncoder encoder = new ClkEncoder(
            ClkKey.of("an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII), "2026-Q4"));

    @Test
    void whatFindsTheChildIsLikeTheQuestionBefore() {
        // Given
        var first = question("Katarzyna Wisniewska");
        var register = new PrivateMatcher.Builder(false).add(1, first).build();

        // When
        var finding = slips("Katarzyna Wisniewska")
                .map(this::question)
                .filter(slip -> register.ask(slip) == PrivateMatcher.Answer.HIT)
                .toList();

        // Then: also where nine tenths of the bits are not the same
        var before = new RecentQuestion("somebody", first.encodings());
        assertThat(finding).hasSizeGreaterThan(20);
        assertThat(finding).allMatch(slip -> before.isLike(slip.encodings(), IN_A_SMALL_REGISTER));
        assertThat(finding).anyMatch(slip -> closest(first.encodings(), slip.encodings()) < .9);
    }

    @Test
    void anotherChildIsNotLikeIt() {
        var before =
                new RecentQuestion("somebody", question("Katarzyna Wisniewska").encodings());
        assertThat(before.isLike(question("Agnieszka Wisniewska").encodings(), IN_A_LARGE_ONE))
                .isFalse();
        assertThat(before.isLike(question("Katarzyna Dombrowska").encodings(), IN_A_LARGE_ONE))
                .isFalse();
    }

    private Encoded question(String name) {
        var parts = name.split(" ");
        return (Encoded) encoder.question(new Demographics(
                List.of(PersonName.of(parts[0], parts[1])),
                List.of(BirthDate.parse("2014-05-12")),
                Sex.FEMALE,
                Set.of()));
    }

    /** One or two letters left out, or one doubled. */
    private static Stream<String> slips(String name) {
        var without = IntStream.range(0, name.length())
                .filter(at -> name.charAt(at) != ' ')
                .mapToObj(at -> name.substring(0, at) + name.substring(at + 1))
                .toList();
        var twice = without.stream().flatMap(once -> IntStream.range(1, once.length() - 1)
                .filter(at -> once.charAt(at) != ' ')
                .mapToObj(at -> once.substring(0, at) + once.substring(at + 1)));
        return Stream.concat(without.stream(), twice);
    }

    private static double closest(List<Encoding> some, List<Encoding> others) {
        return some.stream()
                .flatMapToDouble(one -> others.stream()
                        .filter(other -> one.shelf() == other.shelf() && one.reading() == other.reading())
                        .mapToDouble(other -> one.clk().dice(other.clk())))
                .max()
                .orElse(0);
    }
}
