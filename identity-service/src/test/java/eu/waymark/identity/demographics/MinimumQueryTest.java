package eu.waymark.identity.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"Anna Koval", "Bo Li", "Ng", "Марія", "محمد الحسن", "王芳", "O'Neill"})
    void aNameOfTwoLettersIsEnough(String name) {
        assertThat(full(name).isSearchable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A.", "1 2 3", "-", "Unknown"})
    void lessThanANameIsNotEnough(String name) {
        assertThat(full(name).isSearchable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Koval*", "Kov%", "An?a", "K_val", "*", "%%%"})
    void wildcardsAreNotSearchedFor(String name) {
        assertThat(full(name).isSearchable()).isFalse();
    }

    @Test
    void oneGoodNameCarriesAnInitialButNotAWildcard() {
        assertThat(full("A", "Anna Koval").isSearchable()).isTrue();
        assertThat(full("Anna Koval", "K*").isSearchable()).isFalse();
    }

    @Test
    void noNameIsNotEnough() {
        assertThat(full().isSearchable()).isFalse();
    }

    private static Demographics full(String... names) {
        var each = Arrays.stream(names).map(name -> PersonName.full(name)).toList();
        return new Demographics(each, List.of(BirthClaim.of("2014")), 2, null, null, null, null);
    }
}
