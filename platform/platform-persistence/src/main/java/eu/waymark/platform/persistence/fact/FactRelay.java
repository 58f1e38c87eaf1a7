package eu.waymark.platform.persistence.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.fact.FactRows.Placed;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings facts to their subscribers, in order, at least once. A subscriber that is away waits for itself alone; a fact
 * that it refuses for good becomes a dead letter, and so do later facts about the same subject.
 */
@Singleton
class FactRelay {

    private static final Logger LOG = Logger.getLogger(FactRelay.class);
    private static final long LOCK = 0x57_41_59_46L;
    private static final String PATH = "/internal/v1/events";

    private final AgroalDataSource database;
    private final FactRows rows;
    private final InternalHttp http;
    private final ObjectMapper json;
    private final List<Subscriber> subscribers;
    private final int days;

    FactRelay(
            @DataSource("relay") AgroalDataSource database,
            FactRows rows,
            InternalHttp http,
            ObjectMapper json,
            @ConfigProperty(name = "waymark.facts.subscribers") Optional<List<String>> subscribers,
            @ConfigProperty(name = "waymark.facts.retain-days") int days) {
        this.database = database;
        this.rows = rows;
        this.http = http;
        this.json = json;
        this.subscribers =
                subscribers.orElse(List.of()).stream().map(Subscriber::new).toList();
        this.days = days;
    }

    @Scheduled(
            every = "{waymark.facts.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        if (subscribers.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> deliverAll(connection));
        } catch (SQLException failed) {
            LOG.warnf("Facts wait in the outbox: %s", Faults.describe(failed));
        }
    }

    private void deliverAll(Connection connection) throws SQLException {
        rows.number(connection);
        for (var subscriber : subscribers) {
            deliver(connection, subscriber);
        }
        rows.forget(connection, days);
    }

    private void deliver(Connection connection, Subscriber subscriber) throws SQLException {
        var batch = rows.after(connection, subscriber.position(connection));
        while (!batch.isEmpty() && offer(connection, subscriber, batch)) {
            batch = rows.after(connection, subscriber.position(connection));
        }
    }

    /** Offers a batch whole, and one by one where it is refused. False when the subscriber is away. */
    private boolean offer(Connection connection, Subscriber subscriber, List<Placed> batch) throws SQLException {
        var blocked = batch.size() == 1
                && subscriber.isBlocked(connection, batch.getFirst().fact().subject());
        var status = blocked ? 409 : post(subscriber, batch);
        if (status / 100 == 2) {
            subscriber.advance(connection, batch.getLast().position());
            return true;
        }
        if (!isRefusal(status)) {
            LOG.warnf("Subscriber %s is away (status %d); its facts wait", subscriber.name(), status);
            return false;
        }
        if (batch.size() > 1) {
            return offer(connection, subscriber, batch.subList(0, 1));
        }
        LOG.errorf(
                "Subscriber %s refuses fact %s for good (status %d)",
                subscriber.name(), batch.getFirst().fact().id(), status);
        subscriber.bury(connection, batch.getFirst().fact(), status);
        subscriber.advance(connection, batch.getFirst().position());
        return true;
    }

    private int post(Subscriber subscriber, List<Placed> batch) {
        try {
            var body = json.writeValueAsString(batch.stream().map(Placed::fact).toList());
            return http.post(subscriber.name(), PATH, body).status();
        } catch (JsonProcessingException impossible) {
            throw new FactException("A fact cannot be written as JSON", impossible);
        }
    }

    /** Whether sending the same again is pointless. A token that is refused today may be good tomorrow. */
    private static boolean isRefusal(int status) {
        return status == 400 || status == 404 || status == 409 || status == 413 || status == 422;
    }
}
