package eu.waymark.log.verifier;

import eu.waymark.log.TileHashes;
import java.util.List;

/** What is done with the leaves of a tree whose hashes are right. */
interface LeafCheck {

    /** Whether the entries themselves are read. */
    boolean readsEntries();

    /**
     * Checks the leaves of one tile by themselves; called from several threads.
     *
     * @return the events among them
     */
    Leaves judge(TileHashes hashes);

    /** Checks how they follow those before them; called from one thread, in order. */
    void accept(Leaves leaves);

    /**
     * @param end the index after the last of them
     * @param events those of them that are events of Waymark
     */
    record Leaves(long end, List<Event> events) {}
}
