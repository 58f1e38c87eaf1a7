package eu.waymark.identity.privatequery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.waymark.matching.clk.Encoding;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The questions of late, each encrypted with a data key of its own, for as long as they are compared with new ones. */
@ApplicationScoped
class RecentQuestions {

    /** Nobody waits for the disk: the event of the answer does, and what was committed before it is durable with it. */
    private static final String LOCK = "select set_config('synchronous_commit', 'off', true),"
            + " pg_advisory_xact_lock(hashtextextended('private-query:' || ?, 0))";

    private static final String SELECT = """
            select id, actor from recent_question
            where agency = ? and epoch = ? and expires_at > ? and case_hash <> ?""";

    private static final String OPEN =
            "select id, wrapped_key, encodings from recent_question where id = any(?::uuid[])";

    private static final String INSERT = """
            insert into recent_question (id, agency, actor, case_hash, epoch, wrapped_key, encodings, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final int MOST_OPENED = 20_000;

    private final RowCipher cipher;
    private final PrivateQuerySettings settings;
    private final Clock clock;

    /** What rows say never changes, so it is opened once; which of them are compared, the table says each time. */
    private final Cache<UUID, List<Encoding>> opened;

    RecentQuestions(RowCipher cipher, PrivateQuerySettings settings, Clock clock) {
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
        this.opened = Caffeine.newBuilder()
                .maximumSize(MOST_OPENED)
                .expireAfterWrite(settings.remembered())
                .build();
    }

    /** Until the transaction ends nobody else of the agency compares or keeps: two at once would not see each other. */
    void lock(Connection connection, String agency) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, agency);
            lock.execute();
        }
    }

    private record Asked(UUID id, String actor) {}

    /** An agency's questions for other cases than one. */
    List<RecentQuestion> forOtherCases(Connection connection, String agency, String epoch, byte[] caseHash)
            throws SQLException {
        var asked = new ArrayList<Asked>();
        try (var select = connection.prepareStatement(SELECT)) {
            select.setString(1, agency);
            select.setString(2, epoch);
            select.setObject(3, now());
            select.setBytes(4, caseHash);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    asked.add(new Asked(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
        }
        var encodings = encodings(connection, asked.stream().map(Asked::id).toList());
        var questions = new ArrayList<RecentQuestion>();
        for (var one : asked) {
            var known = encodings.get(one.id());
            // Null where it expired and was deleted meanwhile.
            if (known != null) {
                questions.add(new RecentQuestion(one.actor(), known));
            }
        }
        return questions;
    }

    private Map<UUID, List<Encoding>> encodings(Connection connection, List<UUID> ids) throws SQLException {
        var all = new HashMap<>(opened.getAllPresent(ids));
        var missing = ids.stream().filter(id -> !all.containsKey(id)).toArray();
        if (missing.length > 0) {
            try (var select = connection.prepareStatement(OPEN)) {
                select.setArray(1, connection.createArrayOf("uuid", missing));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var id = rows.getObject(1, UUID.class);
                        var bytes = cipher.open(new Sealed(rows.getBytes(2), rows.getBytes(3)), context(id));
                        var encodings = RecentQuestion.encodings(bytes);
                        opened.put(id, encodings);
                        all.put(id, encodings);
                    }
                }
            }
        }
        return all;
    }

    void keep(Connection connection, Caller by, byte[] caseHash, String epoch, List<Encoding> encodings)
            throws SQLException {
        var id = UUID.randomUUID();
        var sealed = cipher.seal(RecentQuestion.bytes(encodings), context(id));
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, by.agency());
            insert.setString(3, by.subject());
            insert.setBytes(4, caseHash);
            insert.setString(5, epoch);
            insert.setBytes(6, sealed.wrappedKey());
            insert.setBytes(7, sealed.ciphertext());
            insert.setObject(8, now().plus(settings.remembered()));
            insert.executeUpdate();
        }
        opened.put(id, encodings);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] context(UUID id) {
        return ("recent-question:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
