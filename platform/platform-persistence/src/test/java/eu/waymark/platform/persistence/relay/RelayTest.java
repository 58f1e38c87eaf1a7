package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty outbox, an empty log, and the relay between them. */
abstract class RelayTest {

    @Inject
    AuditRelay relay;

    @Inject
    MeterRegistry metrics;

    FakeAuditLog log;

    @BeforeEach
    void begin() throws SQLException {
        Outbox.clear();
        log = FakeAuditLog.start();
    }

    @AfterEach
    void end() {
        log.close();
    }

    /** How often a fault was counted; the counters live as long as the service under test. */
    double faults(String code) {
        return metrics.counter("waymark.audit.log.faults", "code", code).count();
    }
}
