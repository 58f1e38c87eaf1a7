package eu.waymark.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class X25519KeyTest {

    /** Alice's and Bob's keys of RFC 7748, 6.1. */
    @Test
    void thePublicHalvesAreThoseOfTheStandard() {
        assertThat(publicOf("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
                .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        assertThat(publicOf("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
                .isEqualTo("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    }

    private static String publicOf(String hex) {
        String key = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return HexFormat.of().formatHex(Base64.getDecoder().decode(X25519Key.publicOf(key)));
    }
}
