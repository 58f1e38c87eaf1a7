package eu.waymark.log;

/** A complete subtree with its hash, the row that a store keeps. */
public record Node(NodeId id, Hash hash) {}
