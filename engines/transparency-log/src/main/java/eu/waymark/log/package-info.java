/**
 * A Merkle log after RFC 6962 and RFC 9162, without storage: whoever keeps the nodes implements {@link
 * eu.waymark.log.NodeSource}.
 *
 * <p>{@link eu.waymark.log.Frontier} appends, {@link eu.waymark.log.MerkleTree} asks for roots and proofs, and the proofs
 * verify themselves. A static log keeps its nodes in tiles and its entries in bundles (C2SP tlog-tiles): {@link
 * eu.waymark.log.TileNodes} asks the same questions of those.
 */
@NullMarked
package eu.waymark.log;

import org.jspecify.annotations.NullMarked;
