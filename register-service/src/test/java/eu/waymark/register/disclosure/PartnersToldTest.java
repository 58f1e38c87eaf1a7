package eu.waymark.register.disclosure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask for content reads the answer: partners the summary, once somebody has decided it, and nothing by agreement. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class PartnersToldTest {

    private static final String NATIONAL = "national-law";

    @BeforeEach
    void directory() {
        Scene.directory();
        partner("GB-POLICE", "police");
        partner("GB-BORDER-SAFE", "immigration-safeguarding");
    }

    @ParameterizedTest
    @CsvSource({"GB-POLICE, police, CP-MISSING", "GB-BORDER-SAFE, immigration-safeguarding, IMMIGRATION-SAFEGUARDING"})
    void a_partner_that_was_told_reads_the_summary_and_not_the_plan(String agency, String type, String purpose) {
        // Given
        var officer = officer(agency, type, purpose);
        var entry = Shares.entry();
        Shares.write(entry, "plan-summary", "Therapy twice a week.").statusCode(200);
        var path = asked(officer, purpose, NATIONAL);
        read(officer, purpose, path)
                .statusCode(200)
                .body("status", equalTo("requested"))
                .body("content", nullValue());

        // When
        Shares.share(path, 0, "accept", "measure", "risk", "summary", "plan-summary")
                .statusCode(200);

        // Then
        read(officer, purpose, path)
                .statusCode(200)
                .body("content.risk", equalTo("high"))
                .body("content.summary", containsString("Core group"))
                .body("content.planSummary", nullValue())
                .body("content.contact", notNullValue());
    }

    @Test
    void the_same_officer_reads_nothing_of_it_for_another_purpose() {
        // Given
        var officer = officer("GB-POLICE", "police", "CP-MISSING", "CP-PLAN");
        Shares.entry();
        var path = asked(officer, "CP-MISSING", NATIONAL);
        Shares.share(path, 0, "accept", "summary").statusCode(200);

        // Then
        read(officer, "CP-PLAN", path).statusCode(403);
        read(officer, "CP-MISSING", path).body("content.summary", containsString("Core group"));
    }

    @Test
    void an_agreement_tells_a_partner_nothing_before_somebody_has_decided() throws SQLException {
        // Given
        Scene.changed("agencies/FR-POLICE", "{\"name\":\"Police\",\"country\":\"FR\",\"type\":\"police\"}");
        Shares.agreed("summary");
        Shares.owner("update agreement set purposes = '{CP-ASSESS,CP-MISSING}' where id = 'FR-GB-HAGUE'");
        Shares.entry();
        var abroad = officer("FR-POLICE", "police", "CP-MISSING");

        // When
        var path = asked(abroad, "CP-MISSING", Shares.BASIS);

        // Then
        read(abroad, "CP-MISSING", path).statusCode(200).body("status", equalTo("requested"));
        Shares.share(path, 0, "accept", "summary").statusCode(200);
        read(abroad, "CP-MISSING", path).body("content.summary", containsString("Core group"));
    }

    @AfterEach
    void byRequestOnly() throws SQLException {
        Shares.agreed("request");
        Shares.owner("update agreement set purposes = '{CP-ASSESS}' where id = 'FR-GB-HAGUE'");
    }

    private static String asked(Tokens by, String purpose, String basis) {
        var handle = Api.as(by, purpose)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("matches[0].handle");
        return URI.create(Api.as(by, purpose)
                        .header("Legal-Basis", basis)
                        .body("{\"handle\":\"" + handle + "\"}")
                        .post(Scene.DISCLOSURES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
                .getPath();
    }

    private static ValidatableResponse read(Tokens by, String purpose, String path) {
        return Api.as(by, purpose).get(path).then();
    }

    private static Tokens officer(String agency, String type, String... purposes) {
        return Tokens.person("officer-" + UUID.randomUUID())
                .agency(agency)
                .country(agency.substring(0, 2))
                .agencyType(type)
                .roles("practitioner")
                .purposes(purposes);
    }

    private static void partner(String code, String type) {
        Scene.changed(
                "agencies/" + code,
                "{\"name\":\"Agency %s\",\"country\":\"GB\",\"type\":\"%s\"}".formatted(code, type));
    }
}
