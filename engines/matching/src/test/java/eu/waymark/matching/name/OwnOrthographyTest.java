package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that two offices write by different rules of one language, each in Latin letters. */
class OwnOrthographyTest {

    private static final MatchingEngine ENGINE = MatchingEngine.standard();

    @ParameterizedTest(name = "{0} {1} and {2} {3}")
    @CsvSource({
        "Əli, Məmmədov, Ali, Mammadov",
        "浩然, 陈, Ho-yin, Chan",
        "秀霞, 张, Sau Ha, Cheung",
        "Jianhua, Zhang, Kin-wah, Cheung",
        "Dehua, Liu, Tak Wah, Lau",
        "Jiahua, Wang, Chia-hua, Wang",
        "Guoqiang, Chen, Kuo-ch'iang, Ch'en",
        "Minwoo, Jang, Min-u, Chang",
        "Seongwoo, Jang, Sung Woo, Chang",
        "Yeyeon, Kim, Ye Yun, Gim",
        "Darin, Lee, Da-lin, Yi",
        "Nabin, Lee, Na Bin, Rhee",
        "Jiah, Yoon, Ji Ah, Yun",
        "Xasan, Maxamed, Hassan, Mohamed",
        "Cabdi, Faarax, Abdi, Farah",
        "Xaliimo, Axmed Cali, Halima, Ahmed Ali",
    })
    void areOneChild(String given, String family, String otherGiven, String otherFamily) {
        assertThat(band(given, family, otherGiven, otherFamily)).isEqualTo(Band.CERTAIN);
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3}")
    @CsvSource({
        "浩然, 陈, Ho-ming, Chan",
        "Jianhua, Zhang, Wing-wah, Cheung",
        "Jiahua, Wang, Mei-hua, Wang",
        "Seongwoo, Jang, Sung-ho, Chang",
        "Xing, Li, Hing, Li",
        "Carla, Rossi, Arla, Rossi",
        "Tania, Costa, Dania, Costa",
        "Taejun, Kim, Tae, Kim",
        "Nur, Ahmad, Nura, Ahmad",
    })
    void areTwoChildren(String given, String family, String otherGiven, String otherFamily) {
        assertThat(band(given, family, otherGiven, otherFamily)).isNotEqualTo(Band.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roxana", "alexa", "maxim", "xing", "xuan", "felix", "carla", "cecilia", "xavi", "isaac"})
    void areNotReadAsSomali(String word) {
        assertThat(Somali.variants(word)).isEmpty();
    }

    private static Band band(String given, String family, String otherGiven, String otherFamily) {
        return ENGINE.score(ENGINE.prepare(child(given, family)), ENGINE.prepare(child(otherGiven, otherFamily)))
                .band();
    }

    private static Demographics child(String given, String family) {
        return new Demographics(
                List.of(PersonName.of(given, family)),
                List.of(BirthDate.parse("2015-03-17")),
                Sex.NOT_KNOWN,
                Set.of(),
                List.of());
    }
}
