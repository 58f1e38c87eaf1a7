package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody has us call others without end, no agency holds up another, and nothing waits for ever. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WebhooksInBoundsTest extends RegisteredPortal {

    private static final int TESTS_AN_HOUR = 20;

    @Test
    void an_agency_tests_its_destinations_so_often_in_an_hour_and_others_all_the_same() throws SQLException {
        // Given
        for (int one = 0; one < TESTS_AN_HOUR; one++) {
            test();
        }

        // Then
        int wait = Integer.parseInt(tested("GB-KENT", id)
                .statusCode(429)
                .body("code", is("too-many-requests"))
                .extract()
                .header("Retry-After"));
        assertThat(wait).isBetween(3_500, 3_601);
        try (var leeds = new Receiver()) {
            var other = registered("GB-LEEDS", leeds);
            tested("GB-LEEDS", other).statusCode(202);
            removed("GB-LEEDS", other);
        }

        // When: the first is an hour old
        sql("update webhook_delivery set created_at = created_at - interval '1 hour' where id = (select id from"
                + " webhook_delivery where webhook_id = '" + id + "' order by created_at limit 1)");

        // Then: there is room for one
        test();
        tested("GB-KENT", id).statusCode(429);
    }

    @Test
    void another_destination_is_no_way_around() throws SQLException {
        // Given
        for (int one = 0; one < TESTS_AN_HOUR; one++) {
            test();
        }
        removed("GB-KENT", id);

        // When
        id = registered("GB-KENT", portal);

        // Then
        tested("GB-KENT", id).statusCode(429);
    }

    @Test
    void a_flood_of_one_agency_holds_up_no_other() throws SQLException {
        try (var leeds = new Receiver()) {
            // Given
            var other = registered("GB-LEEDS", leeds);
            sql(
                    "insert into webhook_delivery (id, webhook_id, status, due_at, created_at) select gen_random_uuid(), '"
                            + id
                            + "', 'pending', now() - interval '1 hour', now() - interval '1 hour' from generate_series(1, 200)");
            portal.answers(503);
            tested("GB-LEEDS", other).statusCode(202);

            // When
            delivering.run();

            // Then
            assertThat(leeds.received()).hasSize(1);
            assertThat(portal.received()).hasSizeBetween(1, 19);
            removed("GB-LEEDS", other);
        }
    }

    @Test
    void what_waits_for_a_paused_portal_is_given_up_after_a_month_and_resuming_tells_of_it() throws SQLException {
        // Given
        change(version(), "paused").statusCode(200);
        test();
        test();
        sql("update webhook_delivery set created_at = now() - interval '31 days' where id = (select id from"
                + " webhook_delivery where webhook_id = '" + id + "' order by created_at limit 1)");

        // When
        delivering.forget();

        // Then
        deliveries("dead-letters").body("items", hasSize(1));
        assertThat(pending()).hasSize(1);

        // When: nothing waits any more
        sql("update webhook_delivery set created_at = now() - interval '31 days' where webhook_id = '" + id + "'");
        delivering.forget();
        assertThat(pending()).isEmpty();
        change(version(), "active").statusCode(200);
        delivering.run();

        // Then
        assertThat(portal.received()).hasSize(1);
    }

    @Test
    void what_waits_for_a_portal_is_given_up_as_it_is_removed_and_is_forgotten_after_a_month() throws SQLException {
        // Given
        test();

        // When
        removed("GB-KENT", id);

        // Then
        assertThat(states()).containsExactly("dead");

        // When: one was noted in the same moment
        sql("insert into webhook_delivery (id, webhook_id, status, due_at, created_at) values (gen_random_uuid(), '"
                + id + "', 'pending', now(), now())");
        delivering.run();
        delivering.forget();

        // Then
        assertThat(portal.received()).isEmpty();
        assertThat(states()).containsExactly("dead", "dead");

        // When
        sql("update webhook_delivery set ended_at = now() - interval '31 days' where webhook_id = '" + id + "'");
        delivering.forget();

        // Then
        assertThat(states()).isEmpty();
    }

    private int version() {
        return read().extract().path("version");
    }

    private List<String> pending() throws SQLException {
        return states().stream().filter(WebhookDelivery.PENDING::equals).toList();
    }

    private List<String> states() throws SQLException {
        var states = new ArrayList<String>();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows =
                        statement.executeQuery("select status from webhook_delivery where webhook_id = '" + id + "'")) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return states;
    }

    private static ValidatableResponse tested(String agency, String webhook) {
        return Api.as(registrar(agency))
                .post(WEBHOOKS + "/" + webhook + "/tests")
                .then();
    }

    private static String registered(String agency, Receiver at) {
        return Api.as(registrar(agency))
                .body("{\"url\":\"" + at.url() + "\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void removed(String agency, String webhook) {
        Api.as(registrar(agency)).delete(WEBHOOKS + "/" + webhook).then().statusCode(204);
    }
}
