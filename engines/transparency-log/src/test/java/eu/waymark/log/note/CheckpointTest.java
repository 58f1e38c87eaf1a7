package eu.waymark.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.log.Hash;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ORIGIN = "example.com/behind-the-sofa";
    private static final Hash ROOT = Hash.fromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 20_852_163, ROOT);
    private static final NoteSigner LOG = NoteSigner.log(ORIGIN, seed(1));
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_679_315_147), ZoneOffset.UTC);
    private static final NoteSigner WITNESS = NoteSigner.witness("witness.example.com/w1", seed(2), CLOCK);

    private static byte[] seed(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    @Test
    void theTextIsThatOfTheSpecification() {
        assertThat(CHECKPOINT.text()).isEqualTo("""
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
    }

    @Test
    void aSignedCheckpointIsOpenedByTheKeyOfItsLog() {
        // Given
        var note = SignedNote.parse(CHECKPOINT.sign(LOG).encoded());

        // Then
        assertThat(Checkpoint.open(note, LOG.verifierKey())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aCheckpointIsRefusedToAnotherKey() {
        var note = CHECKPOINT.sign(LOG);
        var other = NoteSigner.log(ORIGIN, seed(3)).verifierKey();

        assertThatThrownBy(() -> Checkpoint.open(note, other)).hasMessage("No known key signed the note");
    }

    @Test
    void aLogSignsForItselfOnly() {
        var note = new Checkpoint("example.com/other", 1, ROOT).sign(LOG);

        assertThatThrownBy(() -> Checkpoint.open(note, LOG.verifierKey())).hasMessageContaining("another log");
    }

    @Test
    void aWitnessSignsTheTimeAsWell() {
        // Given
        var note = CHECKPOINT.sign(LOG);

        // When
        var cosigned = SignedNote.parse(note.with(WITNESS.sign(note.text())).encoded());

        // Then
        assertThat(cosigned.verify(List.of(LOG.verifierKey(), WITNESS.verifierKey())))
                .containsExactly(LOG.verifierKey(), WITNESS.verifierKey());
        var signature = cosigned.signatures().getLast().signature();
        assertThat(signature).hasSize(72).startsWith(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB);
    }

    @Test
    void theTimeOfAWitnessCannotBeChanged() {
        // Given
        var good = WITNESS.sign(CHECKPOINT.text());
        var bytes = good.signature();

        // When
        bytes[7]++;
        var later = NoteSignature.of(good.keyName(), good.keyId(), bytes);

        // Then
        assertThat(WITNESS.verifierKey().verify(CHECKPOINT.text(), good)).isTrue();
        assertThat(WITNESS.verifierKey().verify(CHECKPOINT.text(), later)).isFalse();
    }

    @Test
    void aSignatureOfALogIsNotOneOfAWitness() {
        var log = NoteSigner.log("same", seed(4)).verifierKey();
        var witness = NoteSigner.witness("same", seed(4), CLOCK).verifierKey();

        assertThat(witness).isNotEqualTo(log);
        assertThat(witness.id()).isNotEqualTo(log.id());
        assertThat(VerifierKey.parse(witness.encoded())).isEqualTo(witness);
    }

    @Test
    void extensionsAndAnEmptyTreeAreRead() {
        var text = "log\n0\n" + Hash.EMPTY_ROOT.base64() + "\nextension\n";

        assertThat(Checkpoint.parse(text)).isEqualTo(new Checkpoint("log", 0, Hash.EMPTY_ROOT, List.of("extension")));
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n1\n",
                "log\n1\n%s",
                "\n1\n%s\n",
                "log\n01\n%s\n",
                "log\n-1\n%s\n",
                "log\n+1\n%s\n",
                "log\n1 \n%s\n",
                "log\n\u0661\n%s\n",
                "log\n9223372036854775808\n%s\n",
                "log\n\n%s\n",
                "log\n1\n%s=\n",
                "log\n1\nAAAA\n",
                "log\n1\n%s\n\n",
                "log\n1\n%s\n\nextension\n"
            })
    void aCheckpointHasOneSpelling(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("%s", ROOT.base64())))
                .isInstanceOf(InvalidNoteException.class);
    }
}
