package eu.waymark.platform.persistence.witness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.note.NoteSignature;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.persistence.fake.FakeTree;
import eu.waymark.platform.persistence.witness.WitnessKeys.Keys;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CosignaturesTest {

    private static final Keys KEYS = new Keys(FakeTree.LOG.verifierKey(), witness("mine", 1));
    private static final SignedNote NOTE = new FakeTree(List.of()).checkpoint(0, FakeTree.LOG);

    @Test
    void a_log_cannot_make_a_witness_keep_more_than_a_few() {
        var many = IntStream.range(0, 60)
                .mapToObj(i -> witness("other-" + i, i).sign(NOTE.text()))
                .reduce(NOTE, SignedNote::with, (a, b) -> b);
        assertThat(Cosignatures.shown(many, KEYS).signatures()).hasSize(16);
        assertThat(Cosignatures.merged(NOTE, many, KEYS).signatures()).hasSize(16);
    }

    @Test
    void the_signature_of_the_log_comes_first_wherever_it_stood() {
        var other = witness("other", 2).sign(NOTE.text());
        var turned =
                new SignedNote(NOTE.text(), List.of(other, NOTE.signatures().getFirst()));
        assertThat(Cosignatures.shown(turned, KEYS).signatures())
                .extracting(NoteSignature::keyName)
                .containsExactly(FakeTree.ORIGIN, "other");
    }

    @Test
    void nobody_else_signs_in_our_name() {
        var forged = NOTE.with(KEYS.own().sign("another text\n"));
        assertThat(Cosignatures.shown(forged, KEYS)).isEqualTo(NOTE);
        assertThat(Cosignatures.isCosigned(Cosignatures.shown(forged, KEYS), KEYS))
                .isFalse();
        var own = NOTE.with(KEYS.own().sign(NOTE.text()));
        assertThat(Cosignatures.isCosigned(own, KEYS)).isTrue();
        assertThat(Cosignatures.merged(own, forged, KEYS)).isEqualTo(own);
    }

    private static NoteSigner witness(String name, int seed) {
        return NoteSigner.witness(name, FakeTree.seed(seed), Clock.systemUTC());
    }
}
