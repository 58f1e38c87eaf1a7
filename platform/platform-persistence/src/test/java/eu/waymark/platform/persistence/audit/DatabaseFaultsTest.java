package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.persistence.note.SilentResource;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.problem.CommonProblem;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database could not do is told as what the caller can do about it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class DatabaseFaultsTest {

    private static final int MORE_THAN_THERE_ARE = 100;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({
        "23505, conflict",
        "40P01, conflict",
        "08006, database-unavailable",
        "53300, database-unavailable",
        "57P01, database-unavailable",
        "57P03, database-unavailable"
    })
    void aStateThatCallersCanDoSomethingAboutIsNamed(String state, String slug) {
        var fault = new IllegalStateException("wrapped", new SQLException("failed", state));

        assertThat(DatabaseFaults.translate(fault))
                .hasValueSatisfying(problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }

    /** A check that fails, a table that is missing and a statement that took too long are faults of ours. */
    @ParameterizedTest
    @CsvSource({"23514", "42P01", "57014"})
    void anyOtherIsAFaultOfOurs(String state) {
        assertThat(DatabaseFaults.translate(new SQLException("failed", state))).isEmpty();
    }

    @Test
    void aPoolOfWhichAllConnectionsAreInUseIsTooBusy() throws Exception {
        try (var pool = poolOfOne();
                var held = pool.getConnection()) {
            assertThat(held.isValid(1)).isTrue();

            var fault = catchThrowable(pool::getConnection);

            assertThat(DatabaseFaults.translate(fault)).hasValueSatisfying(problem -> assertThat(problem.type())
                    .isEqualTo(CommonProblem.DATABASE_UNAVAILABLE));
        }
    }

    @Test
    void whoeverAsksOutsideOfAuditedWorkIsToldToComeBackToo() throws Exception {
        // Given
        var pool = database.getConfiguration().connectionPoolConfiguration();
        var patience = pool.acquisitionTimeout();
        var held = new ArrayList<Connection>();
        Api.as(Tokens.practitioner("FR-69-CRIP", "FR").roles("manager"), "CP-ASSESS")
                .get("/api/notes/v1/silent/" + SilentResource.COUNTED)
                .then()
                .statusCode(200);
        try {
            pool.setAcquisitionTimeout(Duration.ofMillis(50));
            assertThat(catchThrowable(() -> holdAll(held))).hasMessageContaining("timeout");

            // When, then
            Api.as(Tokens.practitioner("FR-69-CRIP", "FR").roles("manager"), "CP-ASSESS")
                    .get("/api/notes/v1/silent/" + SilentResource.COUNTED)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", endsWith("database-unavailable"));
        } finally {
            pool.setAcquisitionTimeout(patience);
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private void holdAll(List<Connection> held) throws SQLException {
        for (int i = 0; i <= MORE_THAN_THERE_ARE; i++) {
            held.add(database.getConnection());
        }
    }

    private static AgroalDataSource poolOfOne() throws SQLException {
        var config = ConfigProvider.getConfig();
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofMillis(50))
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(config.getValue("quarkus.datasource.jdbc.url", String.class))
                                        .principal(new NamePrincipal(
                                                config.getValue("quarkus.datasource.username", String.class)))
                                        .credential(new SimplePassword(
                                                config.getValue("quarkus.datasource.password", String.class))))));
    }
}
