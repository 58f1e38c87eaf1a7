package eu.waymark.identity;

import eu.waymark.platform.testing.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * What whoever steals the database has: every column of every table, by {@code COPY}, as text and as the bytes that are
 * stored. The embedded PostgreSQL brings no {@code pg_dump}, which does the same.
 */
public final class Dump {

    private static final String TABLES = """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""";
    private static final int BLOCK = 3;

    private final String latin;

    private Dump(byte[] bytes) {
        latin = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    public static Dump take() throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        try (var owner = Database.asOwner()) {
            var copy = owner.unwrap(PGConnection.class).getCopyAPI();
            for (var table : Rows.of(TABLES)) {
                copy.copyOut("copy " + table + " to stdout", bytes);
                copy.copyOut("copy " + table + " to stdout (format binary)", bytes);
            }
        }
        return new Dump(bytes.toByteArray());
    }

    /** In which encodings the word stands in the dump. */
    public List<String> encodingsOf(String word) {
        var found = new ArrayList<String>();
        for (var form : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
            var bytes = form.getBytes(StandardCharsets.UTF_8);
            note("UTF-8", bytes, found);
            note("UTF-16LE", form.getBytes(StandardCharsets.UTF_16LE), found);
            note("UTF-16BE", form.getBytes(StandardCharsets.UTF_16BE), found);
            note("hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII), found);
            for (int before = 0; before < BLOCK; before++) {
                noteBase64(bytes, before, found);
            }
        }
        return found.stream().distinct().toList();
    }

    /** A text inside a longer one looks in base64 one of three ways; its first and last signs mix with what is around. */
    private void noteBase64(byte[] word, int before, List<String> found) {
        var padded = new byte[before + word.length];
        System.arraycopy(word, 0, padded, before, word.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(padded);
        var sure = text.substring(before == 0 ? 0 : before + 1, text.length() - (padded.length % BLOCK == 0 ? 0 : 1));
        note("base64", sure.getBytes(StandardCharsets.US_ASCII), found);
        note("base64url", sure.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII), found);
    }

    private void note(String encoding, byte[] needle, List<String> found) {
        if (latin.contains(new String(needle, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))) {
            found.add(encoding);
        }
    }
}
