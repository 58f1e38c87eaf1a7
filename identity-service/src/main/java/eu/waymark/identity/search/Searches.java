package eu.waymark.identity.search;

import static eu.waymark.identity.IdentityProblem.SEARCH_EXPIRED;
import static eu.waymark.identity.IdentityProblem.SEARCH_MISMATCH;
import static eu.waymark.identity.IdentityProblem.SEARCH_USED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.web.caller.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The searches that new records may follow. Every use belongs inside audited work. */
@ApplicationScoped
public class Searches implements PanacheRepositoryBase<Search, UUID> {

    private static final String INSERT =
            "insert into search (id, actor, agency, demographics_hash, expires_at) values (?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final IndexKey key;
    private final ObjectMapper json;
    private final SearchLimits limits;
    private final Clock clock;

    Searches(AgroalDataSource database, IndexKey key, ObjectMapper json, SearchLimits limits, Clock clock) {
        this.database = database;
        this.key = key;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /** Keeps a search; plain SQL, for every search does it. The search is no managed entity. */
    Search open(Caller by, Demographics demographics) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var hash = hash(demographics);
        var search = new Search(by, hash, now.plus(limits.validity()));
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, search.id());
            insert.setString(2, by.subject());
            insert.setString(3, by.agency());
            insert.setBytes(4, hash);
            insert.setObject(5, search.expiresAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return search;
        } catch (SQLException failed) {
            throw new SearchException("A search could not be kept", failed);
        }
    }

    /**
     * Uses a search for one new record. Of two uses at once the second waits and is refused.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 409 when it was used before, 410 when it is too old, 422
     *     when it is not the caller's or was for other demographics; an unknown search is nobody's
     */
    public void use(UUID id, Caller caller, Demographics demographics) {
        var search = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (search == null || !search.isBy(caller) || !search.isFor(hash(demographics))) {
            throw SEARCH_MISMATCH.because(
                    "Search first, then register exactly what you searched for, with the id of your own search.");
        }
        if (search.isUsed()) {
            throw SEARCH_USED.because("A search is good for one record. Search again.");
        }
        if (search.hasExpired(clock.instant())) {
            throw SEARCH_EXPIRED.because("Somebody else may have registered the child meanwhile. Search again.");
        }
        search.use(clock.instant());
    }

    private byte[] hash(Demographics demographics) {
        try {
            return key.hmac("search:" + json.writeValueAsString(demographics));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Demographics are always writable as JSON", unwritable);
        }
    }
}
