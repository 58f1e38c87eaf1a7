package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are those of Go's {@code golang.org/x/mod/sumdb/note}, whose format C2SP specifies. */
class SignedNoteTest {

    private static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final VerifierKey ENOCH =
            VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETERS_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCHS_LINE =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static NoteSigner peter() {
        var typeAndSeed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        return NoteSigner.log("PeterNeumann", Arrays.copyOfRange(typeAndSeed, 1, 33));
    }

    @Test
    void signingGivesThePublishedNote() {
        assertThat(SignedNote.sign(TEXT, peter()).encoded()).isEqualTo(TEXT + "\n" + PETERS_LINE);
        assertThat(peter().verifierKey()).isEqualTo(PETER);
    }

    @Test
    void thePublishedNoteIsSignedByBoth() {
        // Given
        var note = SignedNote.parse((TEXT + "\n" + PETERS_LINE + ENOCHS_LINE).getBytes(UTF_8));

        // Then
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.verify(List.of(PETER, ENOCH))).containsExactly(PETER, ENOCH);
        assertThat(note.encoded()).isEqualTo(TEXT + "\n" + PETERS_LINE + ENOCHS_LINE);
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() {
        // Given
        var note = SignedNote.parse(TEXT + "\n" + PETERS_LINE + ENOCHS_LINE);

        // Then
        assertThat(note.verify(List.of(ENOCH))).containsExactly(ENOCH);
    }

    @Test
    void aNoteThatNoKnownKeySignedIsRefused() {
        var note = SignedNote.parse(TEXT + "\n" + ENOCHS_LINE);

        assertThatThrownBy(() -> note.verify(List.of(PETER))).isInstanceOf(InvalidNoteException.class);
        assertThatThrownBy(() -> note.verify(List.of())).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void aWrongSignatureOfAKnownKeyCondemnsTheWholeNote() {
        // Given
        var otherText = SignedNote.sign("something else\n", peter()).signatures();
        var note = SignedNote.parse(TEXT + "\n" + ENOCHS_LINE).with(otherText.getFirst());

        // Then
        assertThat(note.verify(List.of(ENOCH))).containsExactly(ENOCH);
        assertThatThrownBy(() -> note.verify(List.of(PETER, ENOCH))).isInstanceOf(InvalidNoteException.class);
    }

    @Property(tries = 200)
    void anyFlippedBitOfASignatureRefutesIt(@ForAll @IntRange(max = 64 * 8 - 1) int bit) {
        // Given
        var good = SignedNote.sign(TEXT, peter()).signatures().getFirst();
        var bytes = good.signature();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        // When
        var flipped = NoteSignature.of("PeterNeumann", good.keyId(), bytes);

        // Then
        assertThat(PETER.verify(TEXT, flipped)).isFalse();
        assertThat(PETER.verify(TEXT, good)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 65, 72})
    void aSignatureHasExactly64Bytes(int length) {
        // Given
        var good = SignedNote.sign(TEXT, peter()).signatures().getFirst();

        // When
        var other = NoteSignature.of("PeterNeumann", good.keyId(), Arrays.copyOf(good.signature(), length));

        // Then
        assertThat(PETER.verify(TEXT, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— a AAAAAAA=",
                "text\n— a AAAAAAA=\n",
                "te\u0001xt\n\n— a AAAAAAA=\n",
                "text\r\n\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAA=\nmore\n",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a b AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— a \n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a AAAAAAB=\n"
            })
    void aNoteHasOneSpelling(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void theSpellingThatTheOthersMissIsAccepted() {
        assertThat(SignedNote.parse("text\n\n— a AAAAAAA=\n").encoded()).isEqualTo("text\n\n— a AAAAAAA=\n");
        assertThat(SignedNote.parse("a\n\nb\n\n— a AAAAAAA=\n").text()).isEqualTo("a\n\nb\n");
    }

    @Test
    void aNoteIsValidUnicode() {
        var latin1 = "\u00e9\n\n— a AAAAAAA=\n".replace("—", "").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SignedNote.parse(latin1)).hasMessage("A note is valid UTF-8");
        assertThatThrownBy(() -> SignedNote.sign("\ud800\n", peter())).hasMessage("A note is valid Unicode");
    }

    @Test
    void sixteenSignaturesAreAcceptedAndAHundredAndOneAreNot() {
        assertThat(SignedNote.parse(TEXT + "\n" + PETERS_LINE.repeat(16)).verify(List.of(PETER)))
                .containsExactly(PETER);
        assertThatThrownBy(() -> SignedNote.parse(TEXT + "\n" + PETERS_LINE.repeat(101)))
                .isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void aSignerKeepsItsSeedToItself() {
        assertThat(peter()).hasToString("NoteSigner[" + PETER.encoded() + "]");
    }
}
