package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

    private static final Hash HASH = Hash.ofLeaf(new byte[] {1, 2, 3});

    @Test
    void everySpellingLeadsBackToTheSameHash() {
        assertThat(Hash.fromHex(HASH.hex())).isEqualTo(HASH).hasSameHashCodeAs(HASH);
        assertThat(Hash.fromBase64(HASH.base64())).isEqualTo(HASH);
        assertThat(Hash.of(HASH.bytes())).isEqualTo(HASH);
    }

    @Test
    void nobodyChangesAHashThroughItsBytes() {
        // Given
        var hex = HASH.hex();

        // When
        HASH.bytes()[0]++;

        // Then
        assertThat(HASH.hex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void aHashHas32Bytes(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0",
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=",
                "bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=",
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n"
            })
    void base64HasOneSpelling(String base64) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.fromBase64(base64));
    }
}
