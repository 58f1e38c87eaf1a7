package eu.waymark.log.verifier;

import org.jspecify.annotations.Nullable;

/**
 * The place that an entry claims in the sequence of its source.
 *
 * @param leaf the index of the entry in the log
 * @param id unique among all events
 * @param prev what it says is the digest of the entry before it; absent in the first of an epoch
 * @param digest SHA-256 of the entry itself, in base64
 */
record Event(
        long leaf,
        String id,
        String type,
        String source,
        long epoch,
        long seq,
        @Nullable String prev,
        String digest) {}
