package eu.waymark.audit.log;

import org.jspecify.annotations.Nullable;

/**
 * An event as its producer sends it.
 *
 * @param seq its number within source and epoch
 * @param body its canonical bytes
 * @param sealed the details beside it, encrypted, where there are any
 */
record Numbered(long seq, byte[] body, byte @Nullable [] sealed) {

    Numbered(long seq, byte[] body) {
        this(seq, body, null);
    }
}
