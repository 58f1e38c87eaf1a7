package eu.waymark.platform.persistence.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RowCipherTest {

    private static final byte[] CONTEXT = "record-1".getBytes(UTF_8);
    private static final byte[] NAME = "Ana Koval".getBytes(UTF_8);

    private final RowCipher cipher = new RowCipher(key());

    @Test
    void what_was_sealed_opens_again() {
        assertThat(cipher.open(cipher.seal(NAME, CONTEXT), CONTEXT)).isEqualTo(NAME);
    }

    @Test
    void the_same_data_never_look_the_same_twice() {
        assertThat(cipher.seal(NAME, CONTEXT).ciphertext())
                .isNotEqualTo(cipher.seal(NAME, CONTEXT).ciphertext());
    }

    @Test
    void data_moved_to_another_record_do_not_open() {
        var sealed = cipher.seal(NAME, CONTEXT);
        assertThatThrownBy(() -> cipher.open(sealed, "record-2".getBytes(UTF_8)))
                .isInstanceOf(CipherException.class);
    }

    @Test
    void altered_data_and_another_services_key_do_not_open() {
        var sealed = cipher.seal(NAME, CONTEXT);
        assertThatThrownBy(() -> new RowCipher(key()).open(sealed, CONTEXT)).isInstanceOf(CipherException.class);
        sealed.ciphertext()[20] ^= 1;
        assertThatThrownBy(() -> cipher.open(sealed, CONTEXT)).isInstanceOf(CipherException.class);
    }

    @Test
    void without_its_data_key_a_record_is_gone() {
        var sealed = cipher.seal(NAME, CONTEXT);
        var other = cipher.newKey(CONTEXT);
        assertThatThrownBy(() -> cipher.open(other, sealed.ciphertext(), CONTEXT))
                .isInstanceOf(CipherException.class);
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
