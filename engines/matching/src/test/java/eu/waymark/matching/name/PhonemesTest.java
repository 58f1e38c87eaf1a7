package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonemesTest {

    @ParameterizedTest
    @CsvSource({
        "shcherbakova, schtscherbakowa",
        "shcherbakova, chtcherbakova",
        "shcherbakova, szczerbakowa",
        "shcherbakova, scerbakova",
        "yuliya, julia",
        "yuliya, ioulia",
        "hryhoriy, grigorij",
        "mikhail, michail",
        "evgeniy, jewgeni",
        "viktor, victor",
        "luzia, lucia",
        "youssuf, yusuf",
        "charalambos, haralampos",
        "pantelis, padelis",
        "thomas, tomas",
        "meier, mayer",
        "ohno, ono",
        "aleksandr, alexandr",
    })
    void spellingsOfOneSoundMeet(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lea, leo",
        "karim, karam",
        "hassan, hussein",
        "maria, marina",
        "marco, mario",
        "dina, lina",
        "samir, samira"
    })
    void otherSoundsDoNot(String one, String other) {
        assertThat(same(one, other)).isFalse();
    }

    @Property
    void everyWordSoundsLikeItself(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 40) String word) {
        assertThat(same(word, word)).isTrue();
    }

    private static boolean same(String one, String other) {
        return Phonemes.same(Phonemes.of(one), Phonemes.of(other));
    }
}
