package eu.waymark.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of Ed25519, made with a key of our own; those of Project Wycheproof are in {@link WycheproofTest}. */
class Ed25519EdgeCasesTest {

    private static final String TEXT = "text\n";
    private static final VerifierKey KEY = Keys.LOG.verifierKey();

    /** The order of the base point (RFC 8032, 5.1). */
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static NoteSignature signature(byte[] bytes) {
        return NoteSignature.of(KEY.name(), KEY.id(), bytes);
    }

    private static byte[] good() {
        return Keys.LOG.sign(TEXT).signature();
    }

    private static byte[] withScalar(BigInteger s) {
        var bytes = good();
        for (var at = 0; at < 32; at++) {
            bytes[32 + at] = s.shiftRight(8 * at).byteValue();
        }
        return bytes;
    }

    private static BigInteger scalar() {
        var bytes = new byte[32];
        for (var at = 0; at < 32; at++) {
            bytes[at] = good()[63 - at];
        }
        return new BigInteger(1, bytes);
    }

    @Test
    void theScalarOfASignatureIsReduced() {
        assertThat(KEY.verify(TEXT, signature(withScalar(scalar())))).isTrue();
        for (var times = 1; times <= 15; times++) {
            var other = scalar().add(L.multiply(BigInteger.valueOf(times)));
            if (other.bitLength() <= 256) {
                assertThat(KEY.verify(TEXT, signature(withScalar(other)))).isFalse();
            }
        }
    }

    @Test
    void nothingMayFollowASignature() {
        for (var more = 1; more < 16; more++) {
            assertThat(KEY.verify(TEXT, signature(Arrays.copyOf(good(), 64 + more))))
                    .isFalse();
        }
        assertThat(KEY.verify(TEXT, signature(good()))).isTrue();
    }

    @Test
    void trivialSignaturesAreNone() {
        for (var s : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, L.subtract(BigInteger.ONE), L}) {
            for (var r : new String[] {"00", "01", "02", "ff"}) {
                var bytes = withScalar(s);
                Arrays.fill(bytes, 0, 32, (byte) 0);
                bytes[0] = HexFormat.of().parseHex(r)[0];
                assertThat(KEY.verify(TEXT, signature(bytes))).isFalse();
            }
        }
    }

    /** With such a key anyone can sign anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void aKeyOfSmallOrderOrOffTheCurveIsRefused(String key) {
        assertThatThrownBy(() ->
                        VerifierKey.of("log", SignatureType.NOTE, HexFormat.of().parseHex(key)))
                .isInstanceOf(InvalidNoteException.class);
    }
}
