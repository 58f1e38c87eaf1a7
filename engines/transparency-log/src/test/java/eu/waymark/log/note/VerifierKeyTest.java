package eu.waymark.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    private static final String ENCODED = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void thePublishedKeyIsReadAndWritten() {
        // When
        var key = VerifierKey.parse(ENCODED);

        // Then
        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.id()).isEqualTo(0xc74f20a3);
        assertThat(key.type()).isEqualTo(SignatureType.NOTE);
        assertThat(key.encoded()).isEqualTo(ENCODED);
    }

    @Test
    void noPartOfAKeyIsAKey() {
        for (var from = 0; from <= ENCODED.length(); from++) {
            for (var to = from; to <= ENCODED.length(); to++) {
                var part = ENCODED.substring(from, to);
                if (!part.equals(ENCODED)) {
                    assertRefused(part);
                }
            }
        }
    }

    @Test
    void noCharacterOfAKeyCanChange() {
        for (var at = 0; at < ENCODED.length(); at++) {
            var mangled = new StringBuilder(ENCODED);
            mangled.setCharAt(at, (char) (ENCODED.charAt(at) + 1));
            assertRefused(mangled.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+"
            })
    void aKeyOfAWrongLengthTypeOrSpellingIsRefused(String encoded) {
        assertRefused(encoded);
    }

    private static void assertRefused(String encoded) {
        assertThatThrownBy(() -> VerifierKey.parse(encoded)).isInstanceOf(InvalidNoteException.class);
    }
}
