package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbjadSoundTest {

    @ParameterizedTest
    @CsvSource({
        "محمد, mohammed",
        "محمد, muhamad",
        "حسین, hossein",
        "حسن, hasan",
        "سعيد, saeed",
        "سعد, saad",
        "كريم, kareem",
        "نورالدين, noureddine",
        "عبدالرحمن, abderrahmane",
        "عبدالرحمن, abdulrahman",
        "فاطمة, fatimah",
        "ليلى, leila",
        "يحيى, yahya",
        "أمين, amine",
        "امیرحسین, amirhossein",
        "כהן, cohen",
        "פרץ, peretz",
        "שרה, sarah",
    })
    void readsWhatIsWrittenAndOneShortVowelBetween(String own, String latin) {
        assertThat(matches(own, latin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "حسن, hussein",
        "حسين, hassan",
        "سعيد, saad",
        "سعد, said",
        "كريم, karam",
        "سمير, samira",
        "محمد, ahmed",
        "شرة, mohammed",
    })
    void aLongVowelMustBeHeard(String own, String latin) {
        assertThat(matches(own, latin)).isFalse();
    }

    private static boolean matches(String own, String latin) {
        return AbjadSound.matches(Latiniser.own(own), Phonemes.of(latin));
    }
}
