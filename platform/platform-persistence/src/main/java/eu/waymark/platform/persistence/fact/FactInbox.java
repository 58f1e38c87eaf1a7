package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.CommonProblem;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes each fact once: the note of its id and what its handler does are one transaction. */
@Singleton
class FactInbox {

    private static final String NOTE =
            "insert into fact_inbox (id, source, type) values (?, ?, ?) on conflict do nothing";

    private final Map<String, FactHandler> handlers;
    private final AuditedWork audited;
    private final AgroalDataSource database;

    FactInbox(Instance<FactHandler> handlers, AuditedWork audited, AgroalDataSource database) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(FactHandler::type, Function.identity()));
        this.audited = audited;
        this.database = database;
    }

    void take(Fact fact) {
        var handler = handlers.get(fact.type());
        if (handler == null) {
            return; // a fact for somebody else
        }
        if (handler.event().isPresent()) {
            audited.runAsSystem(handler.event().get(), trail -> takeOnce(fact, handler, trail));
        } else {
            QuarkusTransaction.requiringNew().run(() -> takeOnce(fact, handler, new Trail()));
        }
    }

    private boolean takeOnce(Fact fact, FactHandler handler, Trail trail) {
        var isNew = note(fact);
        if (isNew) {
            handle(fact, handler, trail);
        }
        return isNew;
    }

    private static void handle(Fact fact, FactHandler handler, Trail trail) {
        try {
            handler.handle(fact, trail);
        } catch (IllegalArgumentException malformed) {
            // Sent again it would be no better: the sender must see it, as a dead letter.
            throw CommonProblem.INVALID_FIELDS
                    .because("The fact does not have the shape of its type.")
                    .at("data", "is not understood here");
        }
    }

    private boolean note(Fact fact) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, fact.id());
            insert.setString(2, fact.source());
            insert.setString(3, fact.type());
            return insert.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new FactException("A fact could not be noted", failed);
        }
    }
}
