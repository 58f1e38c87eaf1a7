package eu.waymark.sandbox.fault;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into one table, on a connection of their own: the server takes them in while the next are made. */
final class BinaryRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final Connection connection;
    private final DataOutputStream out;

    /** @param target a table with the columns that rows have, in parentheses */
    BinaryRows(Connection connection, String target) throws SQLException, IOException {
        this.connection = connection;
        var copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy " + target + " from stdin with (format binary)", 1 << 16);
        this.out = new DataOutputStream(new BufferedOutputStream(copy, 1 << 16));
        out.write(SIGNATURE);
        out.writeLong(0);
    }

    /** @param values Long for bigint and timestamptz, Integer, Short, byte[], String or UUID */
    void row(Object... values) throws IOException {
        out.writeShort(values.length);
        for (var value : values) {
            switch (value) {
                case Long number -> {
                    out.writeInt(Long.BYTES);
                    out.writeLong(number);
                }
                case Integer number -> {
                    out.writeInt(Integer.BYTES);
                    out.writeInt(number);
                }
                case Short number -> {
                    out.writeInt(Short.BYTES);
                    out.writeShort(number);
                }
                case UUID id -> {
                    out.writeInt(2 * Long.BYTES);
                    out.writeLong(id.getMostSignificantBits());
                    out.writeLong(id.getLeastSignificantBits());
                }
                case byte[] bytes -> bytes(bytes);
                default -> bytes(value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException, SQLException {
        try (connection) {
            out.writeShort(-1);
            out.close();
        }
    }
}
