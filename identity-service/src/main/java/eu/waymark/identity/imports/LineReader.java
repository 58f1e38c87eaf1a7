package eu.waymark.identity.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines from a stream of any length in little memory: what is too long or no UTF-8 is skipped and reported. */
final class LineReader {

    /** Bytes of one line; twenty names in any script fit. */
    static final int LONGEST = 32 * 1024;

    /** Of the lines that are kept at once, about. */
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int END = -1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] line = new byte[LONGEST];
    private long number;
    private boolean atEnd;

    /** @param before how many lines have been read before this stream begins */
    LineReader(InputStream in, long before) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.number = before;
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param text null where it cannot be read
     * @param fault why not, as a code; null where it can
     */
    record Line(
            long number, @Nullable String text, @Nullable LineFault fault) {}

    /** The next lines, blank ones too; none at the end. */
    List<Line> next(int most) throws IOException {
        var lines = new ArrayList<Line>();
        long bytes = 0;
        while (!atEnd && lines.size() < most && bytes < MOST_BYTES) {
            int length = readLine();
            if (length != END) {
                number++;
                lines.add(line(length));
                bytes += length;
            }
        }
        return lines;
    }

    /** The length of the line, which may be more than was kept; {@link #END} where there is none. */
    private int readLine() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == END) {
                atEnd = true;
                return length == 0 ? END : length;
            }
            if (length < LONGEST) {
                line[length] = (byte) next;
            }
            length = Math.min(length + 1, LONGEST + 1);
        }
        return length;
    }

    private Line line(int length) {
        if (length > LONGEST) {
            return new Line(number, null, LineFault.LINE_TOO_LONG);
        }
        int from = number == 1 && startsWithMark(length) ? BYTE_ORDER_MARK.length : 0;
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, from, length - from));
            return new Line(number, text.toString(), null);
        } catch (CharacterCodingException notUtf8) {
            return new Line(number, null, LineFault.WRONG_ENCODING);
        }
    }

    private boolean startsWithMark(int length) {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
