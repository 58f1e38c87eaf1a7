package eu.waymark.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.PersonName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTest {

    @ParameterizedTest
    @CsvSource({
        "Коваль, koval",
        "Щербак, shcherbak",
        "Григорій, hryhoriy",
        "Παπαδόπουλος, papadopoulos",
        "Μπακογιάννης, bakogiannis",
        "الخالدي, khaldi",
        "محمود, mhmud",
        "משה, msha",
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
        "Elżbieta, Isabella"
    })
    void theLexiconKnowsNamesThatAreOne(String one, String other) {
        assertThat(given(one).sameGroup(given(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Anna, Maria", "Ivan, Petro", "Sofia, Maria"})
    void andKeepsOthersApart(String one, String other) {
        assertThat(given(one).sameGroup(given(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Kowalska, Kowalski",
        "Коваленкова, Коваленков",
        "Dostoevskaya, Dostoevsky",
        "Petrova, Petrov",
        "Papadopoulou, Papadopoulos",
        "Kazlauskaite, Kazlauskas"
    })
    void surnamesMeetInBothGenders(String hers, String his) {
        assertThat(family(hers).getFirst().neutral())
                .isEqualTo(family(his).getFirst().neutral());
    }

    @Test
    void splitsFullTextAndDropsParticles() {
        assertThat(read(PersonName.full("Jan van der Berg"), Set.of())).containsExactly("jan", "berg");
        assertThat(read(PersonName.full("Ben Smith"), Set.of())).containsExactly("ben", "smith");
        assertThat(read(PersonName.of("Jean-Pierre", "O Brien"), Set.of())).containsExactly("jean", "pierre", "obrien");
    }

    @Test
    void aCommaTellsFamilyFromGivenName() {
        var tokens = NameReader.shared().read(PersonName.full("Koval, Anna"), Set.of());

        assertThat(tokens).extracting(NameToken::role).containsExactly(NameRole.GIVEN, NameRole.FAMILY);
        assertThat(tokens.getFirst().forms().latin()).isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({"Unknown", "N.N.", "XXX", "Невідомо", "Baby", "---", "''"})
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
