package eu.waymark.identity.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SubjectTagTest {

    @Test
    void aTagIs128BitsOfTheHmacOfItsSecret() {
        // Given
        var secret = HexFormat.of().parseHex("00".repeat(32));

        // When
        var tag = SubjectTag.of(secret);

        // Then: printf tag | openssl dgst -sha256 -mac HMAC -macopt hexkey:00..00, first 16 bytes in base64url
        assertThat(tag.value()).isEqualTo("Wm0lJvgJqDoXJwPWyXrSig");
    }

    @Test
    void everyPersonHasASecretOfTheirOwn() {
        assertThat(SubjectTag.fresh().value()).isNotEqualTo(SubjectTag.fresh().value());
    }

    @Test
    void aTagDoesNotShowItselfOrItsSecret() {
        var tag = SubjectTag.fresh();
        assertThat(tag).asString().doesNotContain(tag.value());
    }
}
