package eu.waymark.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringsTest {

    @ParameterizedTest
    @CsvSource({"anna,anna,0", "anna,ana,1", "anna,nana,1", "anna,hanno,2", "'',ab,2", "abcd,wxyz,3", "a,abcdef,3"})
    void countsLettersThatChangedUpToALimit(String a, String b, int edits) {
        assertThat(Strings.edits(a, b, 2)).isEqualTo(edits);
        assertThat(Strings.edits(b, a, 2)).isEqualTo(edits);
    }

    @Test
    void callsTransposedLettersNear() {
        assertThat(Strings.jaroWinkler("martha", "marhta")).isBetween(.96, .97);
    }
}
