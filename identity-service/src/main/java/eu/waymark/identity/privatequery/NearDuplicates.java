package eu.waymark.identity.privatequery;

import eu.waymark.matching.clk.Encoding;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.Thresholds;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.web.caller.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds out who asks about one child again and again, a little changed. Within one case that is work, and the quota of
 * the case bounds it; under another case somebody is looking for somebody.
 */
@ApplicationScoped
class NearDuplicates {

    private final AgroalDataSource database;
    private final RecentQuestions recent;
    private final IndexKey key;
    private final EncodedPeople people;

    NearDuplicates(AgroalDataSource database, RecentQuestions recent, IndexKey key, EncodedPeople people) {
        this.database = database;
        this.recent = recent;
        this.key = key;
        this.people = people;
    }

    /** Whether nearly the same child was asked about for another case, of late, in this agency. */
    enum Before {
        BY_THE_SAME_PERSON,
        /** The asker must not learn of it: what a colleague asked is the colleague's. */
        BY_A_COLLEAGUE,
        NEVER
    }

    /** Compares a question with those before it and keeps it for those after it. */
    Before compare(Caller by, String caseReference, String epoch, Encoded question) {
        var caseHash = key.hmac("private-query-case:" + by.agency() + ":" + caseReference);
        return QuarkusTransaction.requiringNew().call(() -> compare(by, caseHash, epoch, question.encodings()));
    }

    private Before compare(Caller by, byte[] caseHash, String epoch, List<Encoding> asked) throws SQLException {
        try (var connection = database.getConnection()) {
            recent.lock(connection, by.agency());
            var others = recent.forOtherCases(connection, by.agency(), epoch, caseHash);
            recent.keep(connection, by, caseHash, epoch, asked);
            return before(by, asked, others, Thresholds.forPeople(people.size(epoch)));
        }
    }

    /** What the register would find by both questions is one child: as wide as the match, and no wider. */
    private static Before before(Caller by, List<Encoding> asked, List<RecentQuestion> others, Thresholds alike) {
        return others.stream()
                .filter(other -> other.isLike(asked, alike))
                .map(other -> other.actor().equals(by.subject()) ? Before.BY_THE_SAME_PERSON : Before.BY_A_COLLEAGUE)
                .min(Before::compareTo)
                .orElse(Before.NEVER);
    }
}
