package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsCheckTest {

    @Test
    void a_random_key_is_accepted() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        assertThat(SecretsCheck.isRandom(Base64.getEncoder().encodeToString(bytes)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "changeit", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "c2hvcnQ="})
    void a_missing_short_or_typed_one_is_not(String secret) {
        assertThat(SecretsCheck.isRandom(secret)).isFalse();
    }
}
