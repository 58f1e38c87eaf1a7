package eu.waymark.audit.log;

/** Adds the keys under which a leaf is to be found besides what it says itself. */
@FunctionalInterface
interface LeafIndexing {

    Leaf indexed(Leaf leaf);
}
