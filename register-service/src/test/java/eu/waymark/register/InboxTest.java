package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.DISCLOSURES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading an inbox is a look at the children in it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class InboxTest {

    @Inject
    PersonTags tags;

    private final String reader = "reader-" + UUID.randomUUID();

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void the_child_of_a_look_is_named() throws SQLException {
        // Given
        var claire = Scene.claire("claire-" + UUID.randomUUID());
        var looked = Scene.entered();
        Scene.found(looked, CERTAIN);
        Api.as(claire, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);

        // When
        Api.as(Scene.sarah(), ASSESS).get(NOTIFICATIONS).then().statusCode(200);

        // Then
        assertThat(Scene.events("practitioner-GB-KENT")).contains("register.notification.read", Scene.tag(looked));
    }

    @Test
    void the_child_of_a_disclosure_is_named() throws SQLException {
        // Given
        var claire = Scene.claire(reader);
        Api.as(claire, ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body("{\"handle\":\"" + Scene.hit(claire) + "\"}")
                .post(DISCLOSURES)
                .then()
                .statusCode(201);
        var asked = Scene.events(reader).split("\n");
        var child = asked[asked.length - 1].replaceAll(".*\"subjects\":\\[\"([^\"]+)\"].*", "$1");

        // When
        Api.as(Scene.sarah(), ASSESS)
                .queryParam("limit", 1)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("disclosure-requested"));

        // Then
        assertThat(child).startsWith("tag-");
        assertThat(Scene.events("practitioner-GB-KENT")).contains("\"subjects\":[\"" + child + "\"]");
    }

    @Test
    void the_child_of_a_referral_is_named_and_nobody_where_none_was_told() throws SQLException {
        // Given
        var person = UUID.randomUUID();
        tags.remember(person, Scene.tag(person));
        tell(",\"recordId\":\"%s\"".formatted(person));
        tell("");

        // When
        read("NL-INBOX");

        // Then
        assertThat(Scene.events(reader))
                .contains("\"returned\":\"2\"")
                .contains("\"subjects\":[\"" + Scene.tag(person) + "\"]");
    }

    @Test
    void what_is_open_is_counted_by_kind_and_several_are_acknowledged_at_once() {
        // Given
        var agency = "SE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var first = tellOf(agency, "referral-received");
        var second = tellOf(agency, "referral-received");
        var other = tellOf(agency, "referral-decided");
        var elsewhere = tellOf("NL-ROT-JB", "referral-decided");
        inbox(agency)
                .get(NOTIFICATIONS + "/open")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("byKind.referral-received", equalTo(2));
        inbox(agency)
                .queryParam("kind", "referral-decided")
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(other)));

        // When
        inbox(agency)
                .body("{\"ids\":[\"%s\",\"%s\",\"%s\",\"%s\"]}".formatted(first, second, elsewhere, UUID.randomUUID()))
                .post(NOTIFICATIONS + "/acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(2));

        // Then
        inbox(agency).get(NOTIFICATIONS + "/open").then().body("total", equalTo(1));
        inbox("NL-ROT-JB")
                .queryParam("limit", 200)
                .queryParam("open", true)
                .get(NOTIFICATIONS)
                .then()
                .body("items.id", hasItem(elsewhere));
        inbox(agency)
                .body("{\"ids\":[]}")
                .post(NOTIFICATIONS + "/acknowledgements")
                .then()
                .statusCode(422);
    }

    private RequestSpecification inbox(String agency) {
        return Api.as(
                Tokens.person(reader)
                        .agency(agency)
                        .country("GB")
                        .roles("practitioner")
                        .purposes(ASSESS),
                ASSESS);
    }

    private static String tellOf(String agency, String kind) {
        var id = UUID.randomUUID().toString();
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("referral-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%1$s","source":"referral-service","type":"notification.requested",
                          "subject":"%1$s","time":"2026-11-22T12:00:00Z","data":{"agency":"%2$s","kind":"%3$s",
                          "reference":"%1$s","fromAgency":"GB-LEEDS"}}]""".formatted(id, agency, kind))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
        return id;
    }

    private void read(String agency) {
        Api.as(
                        Tokens.person(reader)
                                .agency(agency)
                                .country("GB")
                                .roles("practitioner")
                                .purposes(ASSESS),
                        ASSESS)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200);
    }

    private static void tell(String more) {
        var id = UUID.randomUUID();
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("referral-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"referral-service","type":"notification.requested",
                          "subject":"%s","time":"2026-11-22T12:00:00Z","data":{"agency":"NL-INBOX",
                          "kind":"referral-received","reference":"%s","fromAgency":"GB-LEEDS"%s}}]""".formatted(id, id, id, more))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }
}
