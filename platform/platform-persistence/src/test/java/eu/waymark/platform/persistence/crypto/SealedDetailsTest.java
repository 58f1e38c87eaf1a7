package eu.waymark.platform.persistence.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.internal.HpkeDecrypt;
import com.google.crypto.tink.hybrid.internal.HpkeEncrypt;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void events_share_an_agreed_secret_for_a_while_and_never_a_key() {
        // Given
        var nanos = new AtomicLong();
        var encapsulations = new Encapsulations(DetailsKeys.publicKey(DetailsKeys.publicOf(privateKey)), nanos::get);
        Supplier<Encapsulation> next = () -> encapsulations.of(UUID.randomUUID());

        // When
        var first = encapsulations.of(EVENT);
        var second = next.get();
        var again = encapsulations.of(EVENT);
        nanos.addAndGet(Encapsulations.LONGEST.toNanos());
        var later = next.get();
        var last = Stream.generate(next).limit(Encapsulations.MOST).reduce((one, other) -> other);

        // Then
        assertThat(second).isSameAs(first);
        assertThat(again).isNotSameAs(first);
        assertThat(later).isNotSameAs(again);
        assertThat(last).get().isNotSameAs(later);
        assertThat(ciphertext(first, EVENT)).isNotEqualTo(ciphertext(first, UUID.randomUUID()));
    }

    private static byte[] ciphertext(Encapsulation encapsulation, UUID event) {
        var sealed = encapsulation.seal(event, TERMS);
        return Arrays.copyOfRange(sealed, DetailsKeys.KEY_BYTES, sealed.length);
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

    /** Tink is another implementation of RFC 9180 by other people. */
    @Test
    void another_implementation_opens_what_was_sealed_and_seals_what_opens() throws GeneralSecurityException {
        // Given
        var suite = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        var theirPublic = HpkePublicKey.create(suite, Bytes.copyFrom(X25519.publicFromPrivate(privateKey)), null);
        var theirPrivate =
                HpkePrivateKey.create(theirPublic, SecretBytes.copyFrom(privateKey, InsecureSecretKeyAccess.get()));
        var context = DetailsKeys.context(EVENT);

        // When
        var ours = cipher.seal(EVENT, TERMS);
        var theirs = HpkeEncrypt.create(theirPublic).encrypt(TERMS, context);

        // Then
        assertThat(HpkeDecrypt.create(theirPrivate).decrypt(ours.bytes(), context))
                .isEqualTo(TERMS);
        assertThat(opener.open(EVENT, ours.kid(), theirs)).isEqualTo(TERMS);
    }

    @Test
    void details_that_are_cut_off_or_under_a_key_that_agrees_with_every_other_do_not_open() {
        var box = cipher.seal(EVENT, TERMS);
        for (int length = 0; length < box.bytes().length; length++) {
            var cut = Arrays.copyOf(box.bytes(), length);
            assertThatThrownBy(() -> opener.open(EVENT, box.kid(), cut)).isInstanceOf(CipherException.class);
        }
        var smallOrder = box.bytes().clone();
        Arrays.fill(smallOrder, 0, DetailsKeys.KEY_BYTES, (byte) 0);
        assertThatThrownBy(() -> opener.open(EVENT, box.kid(), smallOrder)).isInstanceOf(CipherException.class);
    }

    @Test
    void many_threads_seal_at_once() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            var event = UUID.randomUUID();
            var box = cipher.seal(event, TERMS);
            assertThat(opener.open(event, box.kid(), box.bytes())).isEqualTo(TERMS);
        });
    }

    private static SealedDetails cipher(byte[] privateKey) {
        return new SealedDetails(Optional.of(base64(DetailsKeys.publicOf(privateKey))));
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
