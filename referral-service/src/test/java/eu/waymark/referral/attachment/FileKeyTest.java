package eu.waymark.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileKeyTest {

    private static final UUID FILE = UUID.randomUUID();
    private static final byte[] CLEAR = new byte[200_000];

    private final FileKey key = FileKey.generate(FILE);

    @Test
    void whatWasEncryptedIsDecrypted() throws IOException {
        assertThat(decrypted(FileKey.of(key.text(), FILE), encrypted())).isEqualTo(CLEAR);
    }

    @Test
    void aPieceThatIsCutOffIsNoticed() throws IOException {
        var ciphertext = encrypted();

        assertThatThrownBy(() -> decrypted(key, Arrays.copyOf(ciphertext, 64 * 1024)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAlteredByteIsNoticed() throws IOException {
        var ciphertext = encrypted();
        ciphertext[100_000] ^= 1;

        assertThatThrownBy(() -> decrypted(key, ciphertext)).isInstanceOf(IOException.class);
    }

    @Test
    void theContentOfAnotherFileIsNoticed() throws IOException {
        var ciphertext = encrypted();

        assertThatThrownBy(() -> decrypted(FileKey.of(key.text(), UUID.randomUUID()), ciphertext))
                .isInstanceOf(IOException.class);
    }

    private byte[] encrypted() throws IOException {
        var ciphertext = new ByteArrayOutputStream();
        try (var out = key.encrypting(ciphertext)) {
            out.write(CLEAR);
        }
        return ciphertext.toByteArray();
    }

    private static byte[] decrypted(FileKey key, byte[] ciphertext) throws IOException {
        return key.decrypting(new ByteArrayInputStream(ciphertext)).readAllBytes();
    }
}
