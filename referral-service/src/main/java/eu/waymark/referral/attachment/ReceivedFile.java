package eu.waymark.referral.attachment;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;

/**
 * A file that has come in whole, encrypted, and is not kept yet.
 *
 * @param size bytes in clear
 * @param sha256 of the content in clear
 */
record ReceivedFile(UUID id, FileKey key, String mediaType, long size, byte[] sha256, Spool spool)
        implements Closeable {

    @Override
    public void close() throws IOException {
        spool.close();
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + mediaType + "]";
    }
}
