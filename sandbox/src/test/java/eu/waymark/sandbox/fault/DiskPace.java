package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/** How long the disk takes to make a page durable, with nothing else at work: no acknowledged event can be faster. */
final class DiskPace {

    private static final int PAGE = 8_192;
    private static final int PAGES = 512;
    private static final int TIMES = 1_000;

    private DiskPace() {}

    /** Writes over a file that has its place on the disk already, as PostgreSQL does with its log. */
    static Millis measure(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "disk-pace", "");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PAGE * PAGES));
            channel.force(true);
            var times = new ArrayList<Double>();
            for (var i = 0; i < TIMES; i++) {
                var begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE), (long) (i % PAGES) * PAGE);
                channel.force(false);
                times.add(Millis.since(begin));
            }
            return Millis.of(times);
        } finally {
            Files.delete(file);
        }
    }
}
