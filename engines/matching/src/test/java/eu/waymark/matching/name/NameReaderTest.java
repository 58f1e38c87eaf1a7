package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameReaderTest {

    @ParameterizedTest
    @CsvSource({
        "Коваль, koval",
        "Щербак, shcherbak",
        "Григорій, hryhoriy",
        "Παπαδόπουλος, papadopoulos",
        "Μπακογιάννης, bakogiannis",
        "الخالدي, khaldi",
        "محمود, mahmoud",
        "김, kim",
        "王, wang",
        "田中, tanaka",
        "さとう, sato",
        "मिश्रा, mishra",
        "गुप्ता, gupta",
        "Գրիգորյան, grigoryan",
        "მამულაშვილი, mamulashvili",
        "ተስፋዬ, tesfaye",
        "Þórsson, thorsson",
        "Nguyễn, nguyen",
        "משה, moshe",
        "Łukasz, lukasz",
        "İSMAİL, ismail",
        "O’Brien, obrien",
    })
    void romanises(String name, String latin) {
        assertThat(family(name)).extracting(TokenForms::latin).containsExactly(latin);
    }

    @Test
    void theNationalityDecidesAmongCyrillicAlphabets() {
        assertThat(read(PersonName.of(null, "Щерев"), Set.of("BG"))).containsExactly("shterev");
        assertThat(read(PersonName.of(null, "Щерев"), Set.of())).containsExactly("shcherev");
    }

    @ParameterizedTest
    @CsvSource({
        "Коваль, Kowal",
        "Shevchenko, Szewczenko",
        "Shevchenko, Schewtschenko",
        "Гончаренко, Honczarenko",
        "Щербак, Szczerbak",
        "Müller, Mueller",
        "محمود, Mahmoud",
        "عبدالرحمن, Abd al-Rahman",
        "Philippson, Filipson",
    })
    void spellingsOfOneNameShareASkeleton(String one, String other) {
        assertThat(family(one).getFirst().skeleton())
                .isEqualTo(family(other).getFirst().skeleton());
    }

    @ParameterizedTest
    @CsvSource({"Koval, Bondar", "Shevchenko, Kravchenko", "Müller, Meier"})
    void differentNamesDoNot(String one, String other) {
        assertThat(family(one).getFirst().skeleton())
                .isNotEqualTo(family(other).getFirst().skeleton());
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, Ганна",
        "Ana, Anya",
        "Mariya, Marie",
        "Катерина, Katharina",
        "Олександр, Sasha",
        "محمد, Mohamed",
        "Γεώργιος, Юрій",
        "Johannes, Ivan",
        "James, Jacques",
        "Jacob, Jacques",
        "John, Sean"
    })
    void theLexiconKnowsNamesThatAreOne(String one, String other) {
        assertThat(given(one).sameGroup(given(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, Maria",
        "Ivan, Petro",
        "Sofia, Maria",
        "Elżbieta, Isabella",
        "James, Jacob",
        "Mateusz, Maciej",
        "Anna, Hannah",
        "Sean, Ian"
    })
    void andKeepsOthersApart(String one, String other) {
        assertThat(given(one).sameGroup(given(other))).isFalse();
    }

    @Test
    void splitsFullTextAndDropsParticles() {
        assertThat(read(PersonName.full("Jan van der Berg"), Set.of())).containsExactly("jan", "berg");
        assertThat(read(PersonName.full("Ben Smith"), Set.of())).containsExactly("ben", "smith");
        assertThat(read(PersonName.of("Jean-Pierre", "O Brien"), Set.of())).containsExactly("jean", "pierre", "obrien");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ivan Petrovich Sidorov | GIVEN PATRONYMIC FAMILY",
                "Sidorova Anna Petrovna | FAMILY GIVEN PATRONYMIC",
                "Сидорова Анна Петровна | FAMILY GIVEN PATRONYMIC",
                "Ivan Petrov Dimitrov | GIVEN PATRONYMIC FAMILY",
                "Ahmed bin Mohammed Al-Thani | UNKNOWN PATRONYMIC UNKNOWN",
                "Ivan Petrovich | UNKNOWN UNKNOWN",
                "KOVAL Anna | GIVEN FAMILY",
                "김민준 | GIVEN FAMILY",
                "王小明 | GIVEN FAMILY",
                "Dr. John Smith Jr. | UNKNOWN UNKNOWN",
            })
    void tellsWhatTheWordsOfAFullTextAre(String text, String roles) {
        assertThat(NameReader.shared().read(PersonName.full(text), Set.of()))
                .extracting(token -> token.role().name())
                .containsExactly(roles.split(" "));
    }

    @Test
    void aChineseOrKoreanNameInOneFieldIsBothNames() {
        assertThat(NameReader.shared().read(PersonName.of("김서연", null), Set.of()))
                .extracting(NameToken::role)
                .containsExactly(NameRole.GIVEN, NameRole.FAMILY);
    }

    @ParameterizedTest
    @CsvSource({
        "Аnnа, anna",
        "Cepгeй, sergey",
        "J0hn, john",
        "A1ice, alice",
        "Ma‏ria, maria",
        "ﬁlip, filip",
        "مـحمد, mhmd",
    })
    void readsThroughWhatDoesNotShow(String text, String latin) {
        assertThat(given(text).latin()).isEqualTo(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "😀😀", "\u0000\u0001", "\uD800", "،", "1234", "\u202E\u200D", "ʰ", "々"})
    void anyTextAtAllIsReadWithoutAnException(String text) {
        assertThat(read(PersonName.of(text, text), Set.of())).hasSizeLessThanOrEqualTo(NameReader.MAX_TOKENS);
        assertThat(read(PersonName.full(text), Set.of())).hasSizeLessThanOrEqualTo(NameReader.MAX_TOKENS);
    }

    @Test
    void tenThousandLettersAreReadInPart() {
        String latin = given("ab".repeat(5_000)).latin();

        assertThat(latin).hasSizeLessThan(100).startsWith("abab");
        assertThat(read(PersonName.of("a b c ".repeat(2_000), null), Set.of())).hasSize(NameReader.MAX_TOKENS);
    }

    @Test
    void aCommaTellsFamilyFromGivenName() {
        var tokens = NameReader.shared().read(PersonName.full("Koval, Anna"), Set.of());

        assertThat(tokens).extracting(NameToken::role).containsExactly(NameRole.GIVEN, NameRole.FAMILY);
        assertThat(tokens.getFirst().forms().latin()).isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown",
        "N.N.",
        "XXX",
        "Невідомо",
        "Baby",
        "Baby Girl",
        "не известно",
        "مجهول",
        "N/A",
        "FNU LNU",
        "Test",
        "---",
        "''"
    })
    void placeholdersAreNoNames(String text) {
        assertThat(read(PersonName.of(text, null), Set.of())).isEmpty();
    }

    private static List<TokenForms> family(String name) {
        return NameReader.shared().read(PersonName.of(null, name), Set.of()).stream()
                .map(NameToken::forms)
                .toList();
    }

    private static TokenForms given(String name) {
        return NameReader.shared()
                .read(PersonName.of(name, null), Set.of())
                .getFirst()
                .forms();
    }

    private static List<String> read(PersonName name, Set<String> nationalities) {
        return NameReader.shared().read(name, nationalities).stream()
                .map(token -> token.forms().latin())
                .toList();
    }
}
