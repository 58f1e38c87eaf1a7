package eu.waymark.platform.persistence.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.X25519;
import java.security.InvalidKeyException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedDetailsTest {

    private static final UUID EVENT = UUID.randomUUID();
    private static final byte[] TERMS = "{\"terms\":{\"names\":\"Ana Koval\"}}".getBytes(UTF_8);

    private final byte[] privateKey = X25519.generatePrivateKey();
    private final SealedDetails cipher = cipher(privateKey);
    private final SealedDetailsOpener opener = SealedDetailsOpener.of(base64(privateKey));

    @Test
    void what_was_sealed_opens_for_the_audit_service() {
        var box = cipher.seal(EVENT, TERMS);
        assertThat(opener.open(EVENT, box.kid(), box.bytes())).isEqualTo(TERMS);
        assertThat(box.bytes()).hasSize(TERMS.length + SealedDetails.OVERHEAD);
    }

    @Test
    void the_same_details_never_look_the_same_twice() {
        assertThat(cipher.seal(EVENT, TERMS).bytes())
                .isNotEqualTo(cipher.seal(EVENT, TERMS).bytes());
    }

    @Test
    void details_moved_to_another_event_do_not_open() {
        var box = cipher.seal(EVENT, TERMS);
        assertThatThrownBy(() -> opener.open(UUID.randomUUID(), box.kid(), box.bytes()))
                .isInstanceOf(CipherException.class);
    }

    @Test
    void altered_details_do_not_open() {
        var box = cipher.seal(EVENT, TERMS);
        for (int i = 0; i < box.bytes().length; i++) {
            var altered = box.bytes().clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> opener.open(EVENT, box.kid(), altered)).isInstanceOf(CipherException.class);
        }
    }

    @Test
    void another_key_opens_nothing_and_an_older_one_what_was_sealed_to_it() {
        var older = X25519.generatePrivateKey();
        var box = cipher(older).seal(EVENT, TERMS);
        assertThatThrownBy(() -> opener.open(EVENT, box.kid(), box.bytes())).isInstanceOf(CipherException.class);
        assertThat(SealedDetailsOpener.of(base64(privateKey), base64(older)).open(EVENT, box.kid(), box.bytes()))
                .isEqualTo(TERMS);
    }

    @Test
    void without_a_key_or_with_a_bad_one_nothing_is_sealed() {
        assertThatThrownBy(() -> new SealedDetails(Optional.empty()).seal(EVENT, TERMS))
                .isInstanceOf(CipherException.class)
                .hasMessageContaining(SealedDetails.KEY);
        assertThatThrownBy(() -> new SealedDetails(Optional.of("c2hvcnQ="))).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> new SealedDetails(Optional.of("no base64!"))).isInstanceOf(CipherException.class);
    }

    private static SealedDetails cipher(byte[] privateKey) {
        try {
            return new SealedDetails(Optional.of(base64(X25519.publicFromPrivate(privateKey))));
        } catch (InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
