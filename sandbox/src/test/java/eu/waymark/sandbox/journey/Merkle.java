package eu.waymark.sandbox.journey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Merkle tree as RFC 9162 describes it for verifiers, written apart from the code that builds the log. */
final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    static byte[] leafHash(byte[] entry) {
        return sha256(new byte[] {LEAF}, entry);
    }

    private static byte[] parent(byte[] left, byte[] right) {
        return sha256(new byte[] {NODE}, left, right);
    }

    /** The root over all leaves (2.1.1). */
    static byte[] root(List<byte[]> leafHashes) {
        if (leafHashes.isEmpty()) {
            return sha256();
        }
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int split = Integer.highestOneBit(leafHashes.size() - 1);
        return parent(root(leafHashes.subList(0, split)), root(leafHashes.subList(split, leafHashes.size())));
    }

    /** The root that an inclusion proof leads to (2.1.3.2); nothing when it has not the length that it should. */
    static Optional<byte[]> rootAbove(byte[] leafHash, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        byte[] root = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if (isOdd(node) || node == last) {
                root = parent(sibling, root);
                while (!isOdd(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = parent(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether the larger tree begins with the smaller one (2.1.4.2). */
    static boolean isPrefix(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from == to) {
            return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        if (from <= 0 || from > to || path.isEmpty()) {
            return false;
        }
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(fromRoot);
        }
        long complete = Long.numberOfTrailingZeros(~(from - 1));
        return leadsToBoth((from - 1) >> complete, (to - 1) >> complete, hashes, fromRoot, toRoot);
    }

    private static boolean leadsToBoth(
            long firstNode, long firstLast, List<byte[]> hashes, byte[] fromRoot, byte[] toRoot) {
        long node = firstNode;
        long last = firstLast;
        byte[] smaller = hashes.getFirst();
        byte[] larger = hashes.getFirst();
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if (isOdd(node) || node == last) {
                smaller = parent(hash, smaller);
                larger = parent(hash, larger);
                while (!isOdd(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                larger = parent(larger, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(smaller, fromRoot) && Arrays.equals(larger, toRoot);
    }

    private static boolean isOdd(long number) {
        return (number & 1) == 1;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
