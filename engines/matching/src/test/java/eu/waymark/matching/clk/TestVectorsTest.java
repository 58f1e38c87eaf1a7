package eu.waymark.matching.clk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.matching.Sex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the documentation, which another implementation made, holds for this one. */
class TestVectorsTest {

    private static final ClkKey KEY =
            ClkKey.of("an example secret of 32 bytes ...".getBytes(StandardCharsets.US_ASCII), "2026-Q4");
    private static final int POSITIONS = 18;

    @ParameterizedTest
    @MethodSource("keys")
    void everyKindHasItsKey(String kind, String hex) {
        // Given
        Mac mac = KEY.mac(Feature.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));

        // When
        byte[] underOurs = mac.doFinal("2014|an|0".getBytes(StandardCharsets.US_ASCII));

        // Then
        assertThat(underOurs).isEqualTo(hmac(HexFormat.of().parseHex(hex), "2014|an|0"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingHasTheseBits(String person, String base64) {
        // Given
        String[] parts = person.split(", ");
        List<CanonicalWord> words = Arrays.stream(parts[0].split(" "))
                .map(word -> word.split("/"))
                .map(word -> new CanonicalWord(word[0].equals("-") ? null : word[0], word[1]))
                .toList();

        // When
        Clk clk = new ClkEncoder(KEY)
                .encoded(words, birth(parts[1]), Sex.ofCode(Integer.parseInt(parts[2])), year(parts[1]));

        // Then
        assertThat(clk.toBase64()).isEqualTo(base64);
    }

    @Test
    void aFeatureSetsThesePositions() {
        // Given
        Clk clk = new Hashing(KEY).encode("2014", List.of(new Feature(Feature.Kind.NAME, "an", POSITIONS)));
        int[] positions = rows("positions")
                .flatMap(row -> Arrays.stream(row[1].split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();

        // Then
        assertThat(positions).hasSize(POSITIONS);
        assertThat(clk.cardinality())
                .isEqualTo((int) Arrays.stream(positions).distinct().count());
        assertThat(Arrays.stream(positions).boxed())
                .allMatch(at -> (clk.word(at / Long.SIZE) & Long.MIN_VALUE >>> at % Long.SIZE) != 0);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockHasThisHash(String of, String hash) {
        String[] yearAndText = of.split(", ");

        assertThat(new Hashing(KEY).block(yearAndText[0], yearAndText[1])).isEqualTo(Long.parseLong(hash));
    }

    static Stream<String[]> blocks() {
        return rows("block");
    }

    static Stream<String[]> keys() {
        return rows("key");
    }

    static Stream<String[]> encodings() {
        return rows("clk");
    }

    private static List<Feature> birth(String edtf) {
        var births = new BirthFeatures(ClkParameters.CURRENT);
        return edtf.length() > 4 ? births.day(LocalDate.parse(edtf)) : births.year(year(edtf));
    }

    private static int year(String edtf) {
        return Integer.parseInt(edtf.substring(0, 4));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Stream<String[]> rows(String kind) {
        try {
            List<String[]> rows = Files.readAllLines(Path.of("../../docs/privacy-preserving-queries.md")).stream()
                    .filter(line -> line.startsWith("| " + kind + " |"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new String[] {cells[2].strip(), cells[3].strip()})
                    .toList();
            assertThat(rows).isNotEmpty();
            return rows.stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
