package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.problem.CommonProblem;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database could not do is told as what the caller can do about it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class DatabaseFaultsTest {

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
