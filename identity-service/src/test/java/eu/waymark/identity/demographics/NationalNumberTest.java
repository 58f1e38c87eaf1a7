package eu.waymark.identity.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those that the states or python-stdnum publish; none is anybody's. */
class NationalNumberTest {

    @ParameterizedTest
    @CsvSource({
        "BE, 85.07.30-033.28",
        "BG, 7523169263",
        "CZ, 710319/2745",
        "SK, 710319/2745",
        "EE, 36805280109",
        "ES, 54362315-K",
        "ES, X-2482300-W",
        "FR, 2 95 10 99 126 111 93",
        "GB, 943-476-5870",
        "HR, 33392005961",
        "LT, 33309240064",
        "NL, 1112.22.333",
        "PL, 44051401359",
        "PT, 501 964 843",
        "RO, 1630615123457",
        "SE, 880320-0016",
        "UA, 1759013776"
    })
    void aNumberIsRightAndWrongWithAnyOtherLastSign(String country, String number) {
        assertThat(NationalNumber.isRight(country, number)).isTrue();
        var last = number.charAt(number.length() - 1);
        var other = Character.isDigit(last) ? (char) ('0' + (last - '0' + 1) % 10) : last == 'A' ? 'B' : 'A';
        assertThat(NationalNumber.isRight(country, number.substring(0, number.length() - 1) + other))
                .isFalse();
    }

    @Test
    void aNumberThatIsTooShortIsWrong() {
        assertThat(NationalNumber.isRight("PL", "4405140135")).isFalse();
    }

    @Test
    void ofAStateWhoseRuleIsNotKnownAnyNumberIsTaken() {
        assertThat(NationalNumber.isRight("AF", "1400-0101-12345")).isTrue();
    }
}
