package eu.waymark.matching.link;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.name.NameRole;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLevelTest {

    @ParameterizedTest
    @CsvSource({
        "Duarte,duarte,EXACT",
        "Anne Marie,Annemarie,EXACT",
        "Олена,Olena,EXACT",
        "Robert,Bob,EQUIVALENT",
        "Duarte,Duarde,ONE_EDIT",
        "Duarte,Duatre,ONE_EDIT",
        "Duarte,Duvardte,TWO_EDITS",
        "Anna Sofia,Sofia,PART",
        "Maximilian,Maximi,PART",
        "D,Duarte,INITIAL",
        "Lea,Zoe,DIFFERENT",
        "Duarte,Vincent,DIFFERENT"
    })
    void findsTheBestAgreementWhicheverSideIsWhich(String left, String right, WordLevel level) {
        NameValue a = Objects.requireNonNull(NameValue.of(left, NameRole.GIVEN));
        NameValue b = Objects.requireNonNull(NameValue.of(right, NameRole.GIVEN));
        assertThat(WordLevel.of(a, b)).isEqualTo(level);
        assertThat(WordLevel.of(b, a)).isEqualTo(level);
    }
}
