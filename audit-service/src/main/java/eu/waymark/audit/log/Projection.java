package eu.waymark.audit.log;

import java.util.List;

/**
 * Leaves that have become durable, on their way into the tables that are searched.
 *
 * @param from the index of the first
 * @param leaves in the order of the log
 * @param done to be run once they can be found, or when nobody is to wait for that any longer
 */
record Projection(long from, List<Leaf> leaves, Runnable done) {

    /** The index after the last. */
    long to() {
        return from + leaves.size();
    }
}
