package eu.waymark.platform.persistence.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
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

    @Test
    void a_new_row_key_opens_what_older_ones_wrapped_and_wraps_it_anew() {
        // Given
        var old = key();
        var sealed = new RowCipher(old).seal(NAME, CONTEXT);
        var fresh = key();
        var rotating = new RowCipher(fresh + "," + old);

        // When
        var rewrapped = rotating.rewrap(sealed.wrappedKey(), CONTEXT);

        // Then
        assertThat(rotating.isRotating()).isTrue();
        assertThat(rotating.open(sealed, CONTEXT)).isEqualTo(NAME);
        assertThat(rewrapped).startsWith(rotating.currentId());
        assertThat(new RowCipher(fresh).open(rewrapped, sealed.ciphertext(), CONTEXT))
                .isEqualTo(NAME);
        assertThatThrownBy(() -> new RowCipher(fresh).open(sealed, CONTEXT))
                .isInstanceOf(CipherException.class)
                .hasMessageContaining("not configured");
    }

    @Test
    void a_key_wrapped_before_row_keys_had_ids_still_opens() {
        // Given
        var old = key();
        var sealed = new RowCipher(old).seal(NAME, CONTEXT);
        var withoutId = Arrays.copyOfRange(sealed.wrappedKey(), 4, sealed.wrappedKey().length);

        // When / Then
        assertThat(new RowCipher(old).open(withoutId, sealed.ciphertext(), CONTEXT))
                .isEqualTo(NAME);
        assertThat(new RowCipher(key() + "," + old + "," + key()).open(withoutId, sealed.ciphertext(), CONTEXT))
                .isEqualTo(NAME);
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
