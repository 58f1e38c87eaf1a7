package eu.waymark.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Against the vectors of the reference implementation: key 00 to 0f, message 00, 01, 02 and so on. */
class SipHashTest {

    private static final long K0 = 0x0706_0504_0302_0100L;
    private static final long K1 = 0x0f0e_0d0c_0b0a_0908L;

    @Test
    void itIsTheFunctionOfTheReferenceVectors() {
        assertThat(SipHash.of(K0, K1, message(0))).isEqualTo(0x726f_db47_dd0e_0e31L);
        assertThat(SipHash.of(K0, K1, message(1))).isEqualTo(0x74f8_39c5_93dc_67fdL);
        assertThat(SipHash.of(K0, K1, message(8))).isEqualTo(0x93f5_f579_9a93_2462L);
        assertThat(SipHash.of(K0, K1, message(15))).isEqualTo(0xa129_ca61_49be_45e5L);
    }

    @Test
    void numbersHashAsTheirBytes() {
        // Given
        byte[] bytes = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1)
                .putLong(-2)
                .putLong(3)
                .array();

        // When
        long hash = SipHash.of(K0, K1, 1, -2, 3);

        // Then
        assertThat(hash).isEqualTo(SipHash.of(K0, K1, bytes));
    }

    private static byte[] message(int length) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) i;
        }
        return message;
    }
}
