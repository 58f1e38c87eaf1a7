package eu.waymark.platform.persistence.erasure;

import eu.waymark.platform.web.problem.CommonProblem;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The person records that are to be erased, or are: tombstones, so that nothing about them begins again. */
@Singleton
public class Erasures {

    private static final String PENDING = "select record_id, erasure_id, erased_at is not null from person_erasure"
            + " where confirmed_at is null order by asked_at limit 1000";

    private static final String ASK =
            "insert into person_erasure (record_id, erasure_id) values (?, ?) on conflict (record_id) do nothing";

    private final AgroalDataSource database;

    Erasures(AgroalDataSource database) {
        this.database = database;
    }

    /** An erasure that this service has not finished. */
    record Pending(UUID recordId, UUID erasureId, boolean isErased) {}

    /**
     * Refuses to begin anything on a record that is erased here. To be asked in the transaction that would begin it: an
     * erasure waits for that transaction, or it for the erasure.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 410 {@code erased}
     */
    public void requireNotErased(UUID recordId) {
        if (isErased(recordId)) {
            throw CommonProblem.ERASED.because(
                    "Your agency has had this person record erased. Search for the child and record them anew.");
        }
    }

    /** Whether the record is erased here; until the running transaction ends this does not change. */
    public boolean isErased(UUID recordId) {
        return holds("select person_is_erased(?)", recordId);
    }

    /** Remembers that a record is to be erased. */
    public void ask(UUID recordId, UUID erasureId) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ASK)) {
            insert.setObject(1, recordId);
            insert.setObject(2, erasureId);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new ErasureException(failed);
        }
    }

    /** Whether facts about the record have not reached all who are told of it. */
    boolean areFactsWaiting(UUID recordId) {
        return holds("select person_facts_waiting(?)", recordId);
    }

    /** Whether something goes on about the record in this service, by {@code holds_active}. */
    boolean isActive(UUID recordId) {
        return holds("select holds_active(?)", recordId);
    }

    /**
     * Deletes what the service holds about a record, by {@code erase_person}, with its tag and the facts that tell it.
     * Only in audited work.
     *
     * @return the tag, for the event; empty where this service never knew it
     * @throws eu.waymark.platform.web.problem.ProblemException 409 when something has begun meanwhile
     */
    public Optional<String> erase(UUID recordId) {
        var tag = text("select person_forget(?)", recordId);
        if (!holds("select erase_person(?)", recordId)) {
            throw CommonProblem.CONFLICT.because("Something has begun about the record; it is erased when that ends.");
        }
        return tag;
    }

    /**
     * Deletes details that still lie in the audit outbox about an erased record, as far as they may go.
     *
     * @return whether none is left, and every event of this service that names the record is in the log
     */
    public boolean areDetailsGone(UUID recordId) {
        return holds("select person_details_gone(?)", recordId);
    }

    /** The tag of an erased record, until the erasure is finished here. */
    public Optional<String> tag(UUID recordId) {
        return text("select tag from person_erasure where record_id = ?", recordId);
    }

    /** Finishes an erasure here; the tag is forgotten. */
    public void finish(UUID recordId) {
        text("select person_erasure_confirmed(?)", recordId);
    }

    List<Pending> pending() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PENDING);
                var rows = select.executeQuery()) {
            var found = new ArrayList<Pending>();
            while (rows.next()) {
                found.add(
                        new Pending(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getBoolean(3)));
            }
            return found;
        } catch (SQLException failed) {
            throw new ErasureException(failed);
        }
    }

    private boolean holds(String question, UUID recordId) {
        return text(question, recordId).filter("t"::equals).isPresent();
    }

    private Optional<String> text(String question, UUID recordId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(question)) {
            select.setObject(1, recordId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new ErasureException(failed);
        }
    }
}
