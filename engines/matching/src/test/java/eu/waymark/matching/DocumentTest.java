package eu.waymark.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void theSameDocumentIsEqualHoweverItIsWritten() {
        assertThat(new Document("passport", "ua", "fe 123-456"))
                .isEqualTo(Document.parse("documents", "PASSPORT:UA:FE123456"));
    }

    /** The examples of ICAO Doc 9303 parts 3 and 4. */
    @ParameterizedTest
    @CsvSource({"L898902C36, L898902C3", "AB2134<<<5, AB2134"})
    void aMachineReadableNumberIsReadWhereItsCheckDigitIsRight(String written, String number) {
        assertThat(Document.ofMachineReadable("PASSPORT", "UTO", written).number())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L898902C37", "L898902C3", "L898902C3X", ""})
    void aWrongCheckDigitIsRefused(String written) {
        assertThatThrownBy(() -> Document.ofMachineReadable("PASSPORT", "UTO", written))
                .isInstanceOf(InvalidDemographicsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "passport", "passport:UA", "passport:UA:--", "a:b:c:d"})
    void whatIsNoDocumentIsRefusedAndNotRepeated(String written) {
        assertThatThrownBy(() -> Document.parse("documents[2]", written))
                .isInstanceOf(InvalidDemographicsException.class)
                .hasMessage("documents[2] is not a document (TYPE:ISSUER:NUMBER)");
    }
}
