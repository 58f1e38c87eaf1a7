package eu.waymark.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bundle of up to 256 consecutive entries, each behind its length in two bytes (C2SP tlog-tiles).
 *
 * @param index from 0
 * @param width from 1 to 256 entries; below 256 the bundle is partial
 */
public record EntryBundle(long index, int width) {

    /** The longest entry, in bytes, that its length prefix can announce. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    /** The longest bundle in bytes. */
    public static final int LONGEST = Tile.FULL * (Short.BYTES + LONGEST_ENTRY);

    private static final String FOLDER = "entries";

    /** Takes the entries of a bundle, one after the other. */
    @FunctionalInterface
    public interface EntryReader {

        /** @param index the place of the entry in the log */
        void entry(long index, byte[] entry);
    }

    public EntryBundle {
        if (index < 0 || width < 1 || width > Tile.FULL) {
            throw new IllegalArgumentException("No such entry bundle: index " + index + ", width " + width);
        }
    }

    /** All bundles of a tree of this size, from left to right. */
    public static Stream<EntryBundle> of(long size) {
        var partial = Tiles.partial(size).stream().filter(tile -> tile.level() == 0);
        var full = Tiles.completed(0, size).takeWhile(tile -> tile.level() == 0);
        return Stream.concat(full, partial).map(tile -> new EntryBundle(tile.index(), tile.width()));
    }

    /**
     * Reads {@code entries/<index>[.p/<width>]} and nothing but its canonical spelling.
     *
     * @return empty for any other text, so that a server answers 404
     */
    public static Optional<EntryBundle> parse(String path) {
        return path.startsWith(FOLDER + "/")
                ? Tile.parse("0" + path.substring(FOLDER.length()))
                        .map(tile -> new EntryBundle(tile.index(), tile.width()))
                : Optional.empty();
    }

    /** Such as {@code entries/x001/x234/067.p/5}, to be appended to {@code /tile/}. */
    public String path() {
        return FOLDER + tile().path().substring(1);
    }

    /** The tile that holds the hashes of these entries. */
    public Tile tile() {
        return new Tile(0, index, width);
    }

    /** The index of the first entry in the log. */
    public long firstLeaf() {
        return Math.multiplyExact(index, Tile.FULL);
    }

    /** @throws IllegalArgumentException unless there are as many entries as the bundle is wide, none longer than 65,535 bytes */
    public byte[] encode(List<byte[]> entries) {
        if (entries.size() != width) {
            throw new IllegalArgumentException("Bundle " + path() + " has not " + entries.size() + " entries");
        }
        var bytes = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("An entry has at most 65535 bytes, not " + entry.length);
            }
            bytes.write(entry.length >> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** @throws InvalidTileException unless the bytes are exactly as many entries as the bundle is wide */
    public List<byte[]> decode(byte[] content) {
        var entries = new ArrayList<byte[]>(width);
        read(content, (index, entry) -> entries.add(entry));
        return entries;
    }

    /**
     * Reads entry by entry, so that a faulty bundle is known as far as it is sound.
     *
     * @throws InvalidTileException where the bytes cease to be a bundle, after the entries before that place
     */
    public void read(byte[] content, EntryReader reader) {
        var bytes = ByteBuffer.wrap(content);
        for (var index = firstLeaf(); index < firstLeaf() + width; index++) {
            reader.entry(index, next(bytes, index));
        }
        if (bytes.hasRemaining()) {
            throw new InvalidTileException(path(), "goes on after its " + width + " entries");
        }
    }

    private byte[] next(ByteBuffer bytes, long index) {
        if (bytes.remaining() >= Short.BYTES) {
            var length = Short.toUnsignedInt(bytes.getShort());
            if (bytes.remaining() >= length) {
                var entry = new byte[length];
                bytes.get(entry);
                return entry;
            }
        }
        throw new InvalidTileException(path(), "ends within entry " + index);
    }
}
