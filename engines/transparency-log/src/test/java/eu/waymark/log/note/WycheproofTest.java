package eu.waymark.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The library that checks our signatures, against the vectors of Project Wycheproof: false ones that were accepted elsewhere. */
class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "case {0}")
    @CsvFileSource(resources = "/wycheproof/eddsa.csv", useHeadersInDisplayName = true)
    void aSignatureIsAcceptedWhereItIsOne(
            int number, String key, @Nullable String message, @Nullable String signature, boolean valid) {
        var verifier = VerifierKey.of("log", SignatureType.NOTE, HEX.parseHex(key));
        assertThat(verifier.verifies(bytes(message), bytes(signature))).isEqualTo(valid);
    }

    private static byte[] bytes(@Nullable String hex) {
        return hex == null ? new byte[0] : HEX.parseHex(hex);
    }
}
