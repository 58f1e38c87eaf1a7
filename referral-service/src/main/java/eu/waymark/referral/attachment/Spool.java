package eu.waymark.referral.attachment;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Ciphertext on its way between a caller and the database, so that no slow line holds a connection to the database. The file
 * has no name as soon as it is open: nothing of it is left when the process ends, however it ends.
 */
final class Spool implements Closeable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() throws IOException {
        var name = Files.createTempFile("waymark-", ".spool");
        return new Spool(FileChannel.open(
                name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Closing it leaves the spool open. */
    OutputStream writing() {
        return new FilterOutputStream(Channels.newOutputStream(file)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** From its beginning. Closing it closes the spool. */
    InputStream reading() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
