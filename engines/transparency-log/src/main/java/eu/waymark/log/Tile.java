package eu.waymark.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A tile of a static log: up to 256 consecutive hashes of one level in eight (C2SP tlog-tiles).
 *
 * @param level from 0 to 7: tile levels step by eight tree levels, and no tree of fewer than 2^63 leaves has more
 * @param index from 0, counted within the level
 * @param width from 1 to 256 hashes; below 256 the tile is partial
 */
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;

    /** The tree levels that a tile spans. */
    static final int HEIGHT = 8;

    private static final int GROUP = 1000;
    // Five groups of three digits are more tiles than any log will have, and never overflow a long.
    private static final Pattern PATH =
            Pattern.compile("([0-7])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "No such tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /**
     * Reads {@code <level>/<index>[.p/<width>]} and nothing but its canonical spelling.
     *
     * @return empty for any other text, so that a server answers 404
     */
    public static Optional<Tile> parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
        var width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
        if (width > FULL) {
            return Optional.empty();
        }
        var tile = new Tile(Integer.parseInt(match.group(1)), index, width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** Whether the tile will never grow. */
    public boolean full() {
        return width == FULL;
    }

    /** Such as {@code 0/x001/x234/067.p/5}, to be appended to {@code /tile/}. */
    public String path() {
        return level + "/" + indexPath(index) + (full() ? "" : ".p/" + width);
    }

    /** An index as path elements of three digits, all but the last marked with an x: {@code x001/x234/067}. */
    public static String indexPath(long index) {
        var path = "%03d".formatted(index % GROUP);
        for (var rest = index / GROUP; rest > 0; rest /= GROUP) {
            path = "x%03d/%s".formatted(rest % GROUP, path);
        }
        return path;
    }

    /** The nodes whose hashes, one after the other, are the content of this tile. */
    public List<NodeId> nodes() {
        var first = Math.multiplyExact(index, FULL);
        return LongStream.range(first, first + width)
                .mapToObj(at -> new NodeId(level * HEIGHT, at))
                .toList();
    }
}
