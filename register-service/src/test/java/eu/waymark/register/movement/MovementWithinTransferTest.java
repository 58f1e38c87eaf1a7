package eu.waymark.register.movement;

import static eu.waymark.register.movement.Reports.centralAuthority;
import static eu.waymark.register.movement.Reports.country;
import static eu.waymark.register.movement.Reports.entry;
import static eu.waymark.register.movement.Reports.kent;
import static eu.waymark.register.movement.Reports.read;
import static eu.waymark.register.movement.Reports.report;
import static eu.waymark.register.movement.Reports.told;
import static eu.waymark.register.transfer.Moves.accept;
import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.readEntry;
import static eu.waymark.register.transfer.Moves.receive;
import static eu.waymark.register.transfer.Moves.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The family goes abroad while one agency passes the child on to another: the first one stays responsible and tells. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class MovementWithinTransferTest {

    private String entry = "";
    private String transfer = "";

    @BeforeEach
    void aTransferIsProposed() {
        Reports.directory();
        entry = entry();
        transfer = proposed(entry);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCountryIsToldTheFirstAgencyStaysHolderAndTheTransferCanBeWithdrawn(boolean isReceived) throws SQLException {
        // Given
        if (isReceived) {
            receive(leeds(), transfer, 0).statusCode(200);
        }

        // When
        var id = report(kent(), entry, "has-moved", country("FR"))
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        assertThat(told(centralAuthority("FR"), "movement-notice", id)).isEqualTo(1);
        read(centralAuthority("FR"), id).statusCode(200).body("kind", equalTo("has-moved"));
        readEntry(kent(), entry).body("status", equalTo("active")).body("holder", equalTo("GB-KENT"));
        assertThat(holders()).containsExactly("GB-KENT");

        // When
        withdraw(kent(), transfer, isReceived ? 1 : 0).statusCode(200).body("status", equalTo("withdrawn"));

        // Then
        accept(leeds(), transfer, isReceived ? 2 : 1).statusCode(409);
        readEntry(kent(), entry).body("status", equalTo("active")).body("holder", equalTo("GB-KENT"));
        assertThat(holders()).containsExactly("GB-KENT");
    }

    @Test
    void onlyTheHolderReportsIt() {
        receive(leeds(), transfer, 0).statusCode(200);
        report(leeds(), entry, "has-moved", country("FR")).statusCode(404);
    }

    /** The twin: holders() sees another holder where there is one. */
    @Test
    void whoAcceptsAllTheSameIsTheOnlyHolderThen() throws SQLException {
        receive(leeds(), transfer, 0).statusCode(200);
        report(kent(), entry, "has-moved", country("FR")).statusCode(201);
        accept(leeds(), transfer, 1).statusCode(200);
        assertThat(holders()).containsExactly("GB-LEEDS");
    }

    /** The agencies with an open period of responsibility. */
    private List<String> holders() throws SQLException {
        var holders = new ArrayList<String>();
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select agency from guarded.entry_holder where entry_id = ?::uuid and upper_inf(during)")) {
            select.setString(1, entry);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    holders.add(rows.getString(1));
                }
            }
        }
        return holders;
    }
}
