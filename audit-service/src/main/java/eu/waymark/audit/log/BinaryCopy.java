package eu.waymark.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table by COPY in its binary format, which neither side has to parse. */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** PostgreSQL counts from 2000-01-01. */
    private static final long POSTGRES_EPOCH_SECOND = 946_684_800;

    private final String table;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean empty = true;

    /** @param columns comma-separated, in the order in which a row's values are given */
    BinaryCopy(String table, String columns) {
        this.table = table + " (" + columns + ")";
        this.columns = columns.split(",").length;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /**
     * Values of a row.
     *
     * @param values long for bigint, int for integer, short for smallint, byte[] for bytea, String for text, Instant for
     *     timestamptz, UUID for uuid
     */
    static byte[] encoded(@Nullable Object... values) {
        var bytes = new ByteArrayOutputStream(512);
        var out = new DataOutputStream(bytes);
        write(() -> {
            for (var value : values) {
                value(out, value);
            }
        });
        return bytes.toByteArray();
    }

    /** Adds a row whose values were encoded together. */
    void row(byte[] encoded) {
        empty = false;
        write(() -> {
            out.writeShort(columns);
            out.write(encoded);
        });
    }

    /** Adds a row that begins with a bigint. */
    void row(long first, byte[] encoded) {
        empty = false;
        write(() -> {
            out.writeShort(columns);
            number(out, Long.BYTES, first);
            out.write(encoded);
        });
    }

    /** Adds a row that begins with a bigint and ends with bytes. */
    void row(long first, byte[] encoded, byte[] last) {
        row(first, encoded);
        write(() -> raw(out, last));
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case byte[] raw -> raw(out, raw);
            case String text -> raw(out, text.getBytes(StandardCharsets.UTF_8));
            case Long number -> number(out, Long.BYTES, number);
            case Instant time -> number(out, Long.BYTES, micros(time));
            case Integer number -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            }
            case Short number -> {
                out.writeInt(Short.BYTES);
                out.writeShort(number);
            }
            case UUID id -> {
                number(out, 2 * Long.BYTES, id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            default -> throw new IllegalArgumentException("No column takes a " + value.getClass());
        }
    }

    private static void raw(DataOutputStream out, byte[] raw) throws IOException {
        out.writeInt(raw.length);
        out.write(raw);
    }

    private static void number(DataOutputStream out, int length, long value) throws IOException {
        out.writeInt(length);
        out.writeLong(value);
    }

    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond() - POSTGRES_EPOCH_SECOND, 1_000_000L), time.getNano() / 1_000);
    }

    /** Sends the rows, inside the running transaction; nothing where there are none. */
    void send(Connection connection) throws SQLException {
        if (empty) {
            return;
        }
        write(() -> out.writeShort(-1));
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin with (format binary)");
        try {
            copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory does not fail to be written", impossible);
        }
    }
}
