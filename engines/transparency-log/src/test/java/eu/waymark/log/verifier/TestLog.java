package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.NodeId;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.Tiles;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.Policy;
import eu.waymark.log.note.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A log in memory that is written to a folder as a service would serve it. */
final class TestLog {

    static final String ORIGIN = "waymark.example/log";
    static final NoteSigner LOG = NoteSigner.log(ORIGIN, seed(1));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    static final NoteSigner REGISTER = NoteSigner.witness(ORIGIN + "/register-service", seed(2), CLOCK);
    static final NoteSigner REFERRAL = NoteSigner.witness(ORIGIN + "/referral-service", seed(3), CLOCK);
    static final Policy WITNESSED =
            Policy.of(LOG.verifierKey(), List.of(REGISTER.verifierKey(), REFERRAL.verifierKey()), 2);
    static final String KEY = LOG.verifierKey().encoded();

    final List<byte[]> entries;

    private TestLog(List<byte[]> entries) {
        this.entries = new ArrayList<>(entries);
    }

    private static byte[] seed(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    /** Events of three sources, in turns. */
    static TestLog ofEvents(int size) {
        var events = new TestEvents();
        var sources = List.of("register-service", "referral-service", "identity-service");
        return new TestLog(IntStream.range(0, size)
                .mapToObj(at -> events.next(sources.get(at % 3)))
                .toList());
    }

    static TestLog of(List<byte[]> entries) {
        return new TestLog(entries);
    }

    static TestLog ofText(int size) {
        return new TestLog(IntStream.range(0, size)
                .mapToObj(at -> ("entry " + at).getBytes(UTF_8))
                .toList());
    }

    TestLog copy() {
        return new TestLog(entries);
    }

    TestLog first(int size) {
        return new TestLog(entries.subList(0, size));
    }

    TestLog with(int index, String entry) {
        var changed = copy();
        changed.entries.set(index, entry.getBytes(UTF_8));
        return changed;
    }

    int size() {
        return entries.size();
    }

    List<Hash> leaves() {
        return entries.stream().map(Hash::ofLeaf).toList();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(
                ORIGIN, size(), Frontier.EMPTY.append(leaves()).frontier().root());
    }

    SignedNote note(NoteSigner... signers) {
        return checkpoint().sign(signers);
    }

    InclusionProof inclusion(int index) {
        var nodes = new HashMap<NodeId, Hash>();
        Frontier.EMPTY.append(leaves()).completed().forEach(node -> nodes.put(node.id(), node.hash()));
        return MerkleTree.inclusion(index, size()).answer(ids -> nodes);
    }

    /** Writes the log as it stands, signed by the log and both witnesses, over what the folder holds. */
    TestLog write(Path folder) throws IOException {
        return write(folder, note(LOG, REGISTER, REFERRAL));
    }

    TestLog write(Path folder, SignedNote checkpoint) throws IOException {
        put(folder.resolve("checkpoint"), checkpoint.encoded().getBytes(UTF_8));
        for (var tile : tiles()) {
            put(folder.resolve("tile/" + tile.tile().path()), tile.encoded());
        }
        for (var bundle : EntryBundle.of(size()).toList()) {
            put(folder.resolve("tile/" + bundle.path()), bundle(bundle));
        }
        return this;
    }

    byte[] bundle(EntryBundle bundle) {
        var first = (int) bundle.firstLeaf();
        return bundle.encode(entries.subList(first, first + bundle.width()));
    }

    List<TileHashes> tiles() {
        var leaves = leaves();
        Map<Tile, Hash> roots = new HashMap<>();
        var tiles = new ArrayList<TileHashes>();
        Tiles.of(size()).forEach(tile -> {
            var hashes = tile.nodes().stream()
                    .map(node -> tile.level() == 0
                            ? leaves.get((int) node.index())
                            : roots.get(new Tile(tile.level() - 1, node.index(), Tile.FULL)));
            var content = new TileHashes(tile, hashes.toList());
            if (tile.full()) {
                roots.put(tile, content.root());
            }
            tiles.add(content);
        });
        return tiles;
    }

    static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
