package eu.waymark.register.movement;

import static eu.waymark.register.movement.Reports.MOVEMENTS;
import static eu.waymark.register.movement.Reports.PURPOSE;
import static eu.waymark.register.movement.Reports.acknowledge;
import static eu.waymark.register.movement.Reports.agency;
import static eu.waymark.register.movement.Reports.country;
import static eu.waymark.register.movement.Reports.entry;
import static eu.waymark.register.movement.Reports.kent;
import static eu.waymark.register.movement.Reports.lyon;
import static eu.waymark.register.movement.Reports.owner;
import static eu.waymark.register.movement.Reports.read;
import static eu.waymark.register.movement.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A country from which protection is claimed is told of no move, whatever it was told before. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ProtectionFromNoticesTest {

    @BeforeEach
    void directory() {
        Reports.directory();
    }

    @Test
    void nothingReachesACountryFromWhichProtectionIsClaimed() throws SQLException {
        var entry = entry(protection("FR"));
        report(kent(), entry, "in-danger", country("NL"), country("FR"))
                .statusCode(422)
                .body("code", equalTo("protection-claimed"));
        assertThat(noticesAbout(entry)).isZero();

        // twin: the same for a country of which nothing is claimed
        report(kent(), entry, "in-danger", country("NL")).statusCode(201);
        assertThat(noticesAbout(entry)).isEqualTo(1);
    }

    @Test
    void norDoesWhatWasToldBeforeTheClaim() throws SQLException {
        // Given
        var entry = entry();
        var id = report(kent(), entry, "has-moved", agency("FR-69-CRIP"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        read(lyon(), id).statusCode(200);
        assertThat(listed(lyon())).contains(id);

        // When
        owner("update guarded.entry set claims_protection_from = '{FR}', version = version + 1 where id = '" + entry
                + "'");

        // Then
        read(lyon(), id).statusCode(404);
        acknowledge(lyon(), id).statusCode(404);
        assertThat(listed(lyon())).doesNotContain(id);
        read(kent(), id).statusCode(200);
        assertThatThrownBy(() -> owner("""
                        insert into guarded.movement_notice select gen_random_uuid(), movement_id, entry_id, 'FR-CA', country,
                            addressed_as, legal_basis, delivered_at, clock_rule, due_on, due_until, null, null, null, null, null, 0
                          from guarded.movement_notice where movement_id = '%s'""".formatted(id))).hasMessageContaining("protection is claimed");
    }

    private static String protection(String country) {
        return ",\"safeguards\":{\"underThreat\":false,\"claimsProtectionFrom\":[\"" + country
                + "\"],\"asylum\":false,\"transmissionDanger\":false}";
    }

    private static List<String> listed(Tokens by) {
        return Api.as(by, PURPOSE)
                .queryParam("direction", "incoming")
                .queryParam("limit", 200)
                .get(MOVEMENTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static int noticesAbout(String entry) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from guarded.movement_notice where entry_id = '" + entry + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
