package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WadeGilesTest {

    @ParameterizedTest
    @CsvSource({
        "xinxia,hsin,hsia",
        "tianxuan,tien,hsuan",
        "xiaojuan,hsiao,chuan",
        "sixuan,szu,hsuan",
        "ziping,tzu,ping",
        "guodong,kuo,tung",
        "zhiming,chih,ming",
        "jieying,chieh,ying"
    })
    void readsTwoSyllablesAsOnePinyinWord(String pinyin, String first, String second) {
        assertThat(WadeGiles.isJoin(pinyin, first, second)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"xinxia,hsin,hsiao", "annamaria,anna,maria", "tianxuan,tie,suan", "dexian,te,hsiang"})
    void takesNoOtherWordForThem(String pinyin, String first, String second) {
        assertThat(WadeGiles.isJoin(pinyin, first, second)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jung", "pan", "tim", "dan", "szabo", "szil", "lien", ""})
    void readsNoWordSoThatCanBeAnotherLanguages(String word) {
        assertThat(WadeGiles.ofWord(List.of(word))).isEmpty();
    }
}
