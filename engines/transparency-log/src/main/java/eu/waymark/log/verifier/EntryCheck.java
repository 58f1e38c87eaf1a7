package eu.waymark.log.verifier;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.TileHashes;
import java.util.ArrayList;

/** Reads the entries themselves: each must hash to its leaf, and the events among them follow each other. */
final class EntryCheck implements LeafCheck {

    private final LogTiles source;
    private final Keeper keeper;
    private final Chains chains;
    private final Progress progress;

    EntryCheck(LogTiles source, Keeper keeper, Chains chains, Progress progress) {
        this.source = source;
        this.keeper = keeper;
        this.chains = chains;
        this.progress = progress;
    }

    @Override
    public boolean readsEntries() {
        return true;
    }

    @Override
    public Leaves judge(TileHashes hashes) {
        var bundle = new EntryBundle(hashes.tile().index(), hashes.tile().width());
        var content = source.find(bundle)
                .orElseThrow(() -> new UndecidedException("The log shows no entries under tile/" + bundle.path()));
        var events = new ArrayList<Event>();
        bundle.read(content, (index, entry) -> {
            if (!Hash.ofLeaf(entry).equals(hashes.hashes().get((int) (index - bundle.firstLeaf())))) {
                throw RefutedException.leaf(
                        index,
                        "The entry does not hash to the leaf in tile "
                                + hashes.tile().path() + ".");
            }
            EventReader.read(index, entry).ifPresent(events::add);
        });
        keeper.keep("tile/" + bundle.path(), content);
        return new Leaves(bundle.firstLeaf() + bundle.width(), events);
    }

    @Override
    public void accept(Leaves leaves) {
        leaves.events().forEach(chains::accept);
        progress.reached(leaves.end());
    }
}
