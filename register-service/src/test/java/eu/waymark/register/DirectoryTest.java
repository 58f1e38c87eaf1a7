package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class DirectoryTest {

    private static final String PATH = "/api/register/v1/";

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void eachListIsReadInTheOrderOfItsCodes() {
        for (var list : Map.of(
                        "agencies", "GB-KENT",
                        "desks", "GB-KENT-DUTY",
                        "measures", "GB-ENG-CPP")
                .entrySet()) {
            var codes = Api.as(Scene.sarah(), "CP-PLAN")
                    .get(PATH + list.getKey())
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("items.code");
            assertThat(codes).contains(list.getValue()).isSorted();
        }
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(PATH + "agreements")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("FR-GB-HAGUE"));
    }

    @Test
    void otherServicesAreToldOfADeskButNotOfItsTelephone() throws SQLException {
        // When
        Scene.changed(
                "desks/GB-KENT-INTAKE",
                "{\"agency\":\"GB-KENT\",\"name\":\"Intake\",\"kind\":\"team\",\"phone\":\"+44 1632 960199\","
                        + "\"email\":\"intake@kent.example\",\"hours\":\"weekdays\",\"languages\":[\"en\",\"pl\"],"
                        + "\"timeZone\":\"Europe/London\",\"validFrom\":\"2026-01-01\"}");

        // Then
        assertThat(lastFact("GB-KENT-INTAKE"))
                .isEqualTo("{\"code\":\"GB-KENT-INTAKE\",\"agency\":\"GB-KENT\",\"name\":\"Intake\",\"kind\":\"team\","
                        + "\"languages\":[\"en\",\"pl\"],\"timeZone\":\"Europe/London\",\"validFrom\":\"2026-01-01\","
                        + "\"validTo\":null}");
    }

    @Test
    void whereAnotherLawHoldsInAnAreaTheAgenciesThereAreToldOf() throws SQLException {
        // Given: nobody has said yet to which nation it belongs
        Scene.changed("areas/GB-BRD", "{\"country\":\"GB\",\"name\":\"Bradford\"}");
        Scene.changed(
                "agencies/GB-BRADFORD",
                "{\"name\":\"Bradford\",\"country\":\"GB\",\"type\":\"child-protection\",\"area\":\"GB-BRD\"}");
        assertThat(toldPlaces("GB-BRADFORD")).containsExactly("GB");

        // When
        Scene.changed("areas/GB-BRD", "{\"country\":\"GB\",\"name\":\"Bradford\",\"nation\":\"GB-ENG\"}");
        Scene.changed("areas/GB-BRD", "{\"country\":\"GB\",\"name\":\"City of Bradford\",\"nation\":\"GB-ENG\"}");

        // Then: once
        assertThat(toldPlaces("GB-BRADFORD")).containsExactly("GB", "GB-ENG");
    }

    private static List<String> toldPlaces(String agency) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select data::json->>'place' from fact_outbox"
                        + " where type = 'agency.listed' and data::json->>'code' = ? order by order_no")) {
            select.setString(1, agency);
            try (var rows = select.executeQuery()) {
                var places = new ArrayList<String>();
                while (rows.next()) {
                    places.add(rows.getString(1));
                }
                return places;
            }
        }
    }

    private static String lastFact(String code) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select data from fact_outbox where type = 'desk.listed'"
                        + " and data::json->>'code' = ? order by order_no desc limit 1")) {
            select.setString(1, code);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void oneIsReadByItsCodeAndAnUnknownOneIsNotFound() {
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(PATH + "agencies/GB-KENT")
                .then()
                .statusCode(200)
                .body("country", is("GB"));
        Api.as(Scene.sarah(), "CP-PLAN").get(PATH + "desks/GB-NONE").then().statusCode(404);
    }

    @Test
    void theMeasuresOfSixteenPlacesAreKnownInTheirOwnWords() {
        var measures = Api.as(Scene.sarah(), "CP-PLAN")
                .get(PATH + "measures")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'SE-LVU6' }.name", equalTo("omedelbart omhändertagande (6 § LVU)"))
                .body("items.find { it.code == 'SE-LVU6' }.class", equalTo("emergency-removal"))
                .body("items.find { it.code == 'SE-LVU6' }.confirmed", equalTo(true))
                .body("items.find { it.code == 'GR-ANADOCHI' }.confirmed", equalTo(false))
                .extract();
        assertThat(measures.<List<String>>path("items.country"))
                .contains("GB-ENG", "GB-WLS", "GB-SCT", "IE", "FR", "DE", "NL", "BE")
                .contains("ES", "PT", "IT", "PL", "RO", "SE", "AT", "GR");
    }
}
