package eu.waymark.log;

/** A source does not hold a node of the tree it was asked about: the size is beyond the log, or the store is damaged. */
public final class MissingNodeException extends RuntimeException {

    MissingNodeException(NodeId id) {
        super("The source holds no node at level " + id.level() + ", index " + id.index());
    }
}
