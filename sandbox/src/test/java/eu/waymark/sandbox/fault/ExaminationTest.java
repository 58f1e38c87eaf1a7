package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.sandbox.fault.LogDump.Leaf;
import eu.waymark.sandbox.fault.LogDump.StoredTile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The examination passes a log that is in order, and finds each fault that it is there to find. */
class ExaminationTest {

    private static final NoteSigner LOG = NoteSigner.log("waymark.example/log", new byte[32]);
    private static final int LEAVES = 300;

    private final Outbox register = new Outbox("register-service");
    private final Outbox referral = new Outbox("referral-service");
    private final Chronicle chronicle = new Chronicle(LOG.verifierKey());
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<StoredTile> tiles = new ArrayList<>();

    ExaminationTest() {
        register.write(LEAVES / 2);
        referral.write(LEAVES / 2);
        for (int i = 0; i < LEAVES; i++) {
            var outbox = i % 2 == 0 ? register : referral;
            var event = outbox.events().get(i / 2);
            leaves.add(new Leaf(i, outbox.source(), 1, event.seq(), Hash.ofLeaf(event.body()), event.body()));
            ids.add(event.id());
            outbox.acknowledged(event.seq(), i);
        }
        var hashes = leaves.subList(0, 256).stream().map(Leaf::hash).toList();
        tiles.add(new StoredTile(
                0,
                0,
                Digest.concatenated(hashes),
                Frontier.EMPTY.append(hashes).frontier().root()));
        chronicle.shown(note(100));
    }

    private String note(int size) {
        var hashes = leaves.subList(0, size).stream().map(Leaf::hash).toList();
        var root = Frontier.EMPTY.append(hashes).frontier().root();
        return new Checkpoint("waymark.example/log", size, root).sign(LOG).encoded();
    }

    private List<String> faults() {
        var dump = new LogDump(leaves, ids, tiles, List.of(note(Math.min(200, leaves.size()))));
        return Examination.faults(dump, List.of(register, referral), chronicle, LOG.verifierKey());
    }

    private List<String> faultsAfter(Consumer<ExaminationTest> change) {
        change.accept(this);
        return faults();
    }

    private void change(int index, UnaryOperator<Leaf> change) {
        leaves.set(index, change.apply(leaves.get(index)));
    }

    @Test
    void aLogInOrderPasses() {
        // Given the log of the constructor
        // When
        var faults = faults();

        // Then
        assertThat(faults).isEmpty();
    }

    @Test
    void aTamperedLeafIsFoundByItsHashAndByEveryCheckpointAboveIt() {
        // Given
        var body = register.events().get(5).body().clone();
        body[body.length - 3] ^= 1;

        // When
        var faults = faultsAfter(log -> log.change(
                10, leaf -> new Leaf(leaf.index(), leaf.source(), leaf.epoch(), leaf.seq(), leaf.hash(), body)));

        // Then
        assertThat(faults)
                .contains(
                        "leaf 10 is not what its hash says",
                        "the checkpoint of size 100 is of another tree",
                        "the checkpoint of size 200 is of another tree",
                        "tile 0/0 is not what the leaves say",
                        "leaf 10 is not what register-service wrote");
    }

    @Test
    void aForgetfulProducerIsNotAcknowledgedForWhatItForgot() {
        // Given a producer that was told of an event that the log does not hold
        register.write(1);

        // When
        register.acknowledged(151, LEAVES);

        // Then
        assertThat(faults()).containsExactly("register-service: seq 151 was acknowledged and is lost");
    }

    @Test
    void aLostTailIsFound() {
        // When
        var faults = faultsAfter(log -> {
            log.leaves.removeLast();
            log.ids.removeLast();
        });

        // Then
        assertThat(faults).containsExactly("referral-service: seq 150 was acknowledged and is lost");
    }

    @Test
    void anEventThatStandsTwiceIsFound() {
        // When
        var faults = faultsAfter(log -> {
            var first = log.leaves.getFirst();
            log.leaves.add(new Leaf(LEAVES, first.source(), 1, 151, first.hash(), first.body()));
            log.ids.add(log.ids.getFirst());
        });

        // Then
        assertThat(faults).contains("leaf 300 holds an event that the log had already");
    }

    @Test
    void aGapInASourceIsFound() {
        // When
        var faults = faultsAfter(log ->
                log.change(298, leaf -> new Leaf(298, leaf.source(), 1, leaf.seq() + 1, leaf.hash(), leaf.body())));

        // Then
        assertThat(faults).contains("register-service has seq 151 where 150 is due");
    }

    @Test
    void aPlaceThatWasToldDifferentlyIsFound() {
        // When
        register.acknowledged(1, 7);

        // Then
        assertThat(faults()).containsExactly("register-service: seq 1 was acknowledged at leaf 0 and at leaf 7");
    }

    @Test
    void aCheckpointThatWasShownAndTakenBackIsFound() {
        // Given a larger log than the one that is left
        chronicle.shown(note(LEAVES));

        // When
        var faults = faultsAfter(log -> {
            log.leaves.removeLast();
            log.ids.removeLast();
        });

        // Then
        assertThat(faults).contains("a checkpoint vouches for 300 leaves, and there are 299");
    }

    @Test
    void twoRootsForOneSizeAreFound() {
        // When
        chronicle.shown(new Checkpoint("waymark.example/log", 100, Hash.EMPTY_ROOT)
                .sign(LOG)
                .encoded());

        // Then
        assertThat(faults()).containsExactly("two roots were signed for size 100");
    }

    @Test
    void aReadModelThatSaysSomethingElseIsFound() {
        // When
        var faults = faultsAfter(log -> log.ids.set(3, "00000000-0000-0000-0000-000000000000"));

        // Then
        assertThat(faults).containsExactly("leaf 3 is not what the read model says");
    }
}
