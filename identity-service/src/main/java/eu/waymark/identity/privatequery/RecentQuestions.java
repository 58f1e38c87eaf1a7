package eu.waymark.identity.privatequery;

import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.caller.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The questions of late, each encrypted with a data key of its own, for as long as they are compared with new ones. */
@ApplicationScoped
class RecentQuestions {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('private-query:' || ?, 0))";

    private static final String SELECT = """
            select id, actor, case_hash, wrapped_key, encodings from recent_question
            where agency = ? and epoch = ? and expires_at > ?""";

    private static final String INSERT = """
            insert into recent_question (id, agency, actor, case_hash, epoch, wrapped_key, encodings, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource database;
    private final RowCipher cipher;
    private final PrivateQuerySettings settings;
    private final Clock clock;

    RecentQuestions(AgroalDataSource database, RowCipher cipher, PrivateQuerySettings settings, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else of the agency compares or keeps: two at once would not see each other. */
    void lock(Connection connection, String agency) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, agency);
            lock.execute();
        }
    }

    List<RecentQuestion> of(Connection connection, String agency, String epoch) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setString(1, agency);
            select.setString(2, epoch);
            select.setObject(3, now());
            var questions = new ArrayList<RecentQuestion>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var sealed = new Sealed(rows.getBytes(4), rows.getBytes(5));
                    var opened = cipher.open(sealed, context(rows.getObject(1, UUID.class)));
                    questions.add(
                            new RecentQuestion(rows.getString(2), rows.getBytes(3), RecentQuestion.encodings(opened)));
                }
            }
            return questions;
        }
    }

    void keep(Connection connection, Caller by, String epoch, RecentQuestion question) throws SQLException {
        var id = UUID.randomUUID();
        var sealed = cipher.seal(RecentQuestion.bytes(question.encodings()), context(id));
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, by.agency());
            insert.setString(3, question.actor());
            insert.setBytes(4, question.caseHash());
            insert.setString(5, epoch);
            insert.setBytes(6, sealed.wrappedKey());
            insert.setBytes(7, sealed.ciphertext());
            insert.setObject(8, now().plus(settings.remembered()));
            insert.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] context(UUID id) {
        return ("recent-question:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
