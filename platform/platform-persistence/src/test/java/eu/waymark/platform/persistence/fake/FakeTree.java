package eu.waymark.platform.persistence.fake;

import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.NodeId;
import eu.waymark.log.NodeSource;
import eu.waymark.log.Tile;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tree over leaf hashes, slow and plain. */
public record FakeTree(List<Hash> leaves) implements NodeSource {

    public static final String ORIGIN = "test.example/log";
    public static final NoteSigner LOG = NoteSigner.log(ORIGIN, seed(7));
    public static final NoteSigner ANOTHER_KEY = NoteSigner.log(ORIGIN, seed(8));

    public FakeTree {
        leaves = List.copyOf(leaves);
    }

    public static byte[] seed(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    public SignedNote checkpoint(long size, NoteSigner signer) {
        return new Checkpoint(ORIGIN, size, MerkleTree.root(size).answer(this)).sign(signer);
    }

    public byte[] tile(Tile tile) {
        var content = ByteBuffer.allocate(tile.width() * Hash.LENGTH);
        tile.nodes().forEach(id -> content.put(node(id).bytes()));
        return content.array();
    }

    @Override
    public Map<NodeId, Hash> fetch(Set<NodeId> ids) {
        var nodes = new HashMap<NodeId, Hash>();
        ids.forEach(id -> nodes.put(id, node(id)));
        return nodes;
    }

    private Hash node(NodeId id) {
        return id.level() == 0
                ? leaves.get((int) id.index())
                : Hash.ofChildren(
                        node(new NodeId(id.level() - 1, 2 * id.index())),
                        node(new NodeId(id.level() - 1, 2 * id.index() + 1)));
    }
}
