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

    @Test
    void a_key_with_those_it_replaced_is_accepted_and_each_of_them_must_be_random() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var key = Base64.getEncoder().encodeToString(random);
        assertThat(SecretsCheck.isRandom(key + "," + key)).isTrue();
        assertThat(SecretsCheck.isRandom(key + ",changeit")).isFalse();
        assertThat(SecretsCheck.isRandom(key + ",")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "changeit", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "c2hvcnQ="})
    void a_missing_short_or_typed_one_is_not(String secret) {
        assertThat(SecretsCheck.isRandom(secret)).isFalse();
    }
}
