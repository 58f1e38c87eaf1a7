package eu.waymark.identity;

import static eu.waymark.identity.Children.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads every row of the audit trail does not learn where a hidden child is worked with: the register's triangulation,
 * for the rows of this service.
 */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ConcealedTrailTest {

    private static final List<String> AREAS =
            IntStream.rangeClosed(1, 20).mapToObj("GB-HID-%02d"::formatted).toList();

    private final String run = letters(UUID.randomUUID());

    @Test
    void theRowsOfTheTrailNameNoAreaOfAHiddenChild() throws SQLException {
        assertThat(found(true)).isEmpty();
    }

    @Test
    void theSameAttackerFindsEveryAreaWhereNothingIsConcealed() throws SQLException {
        assertThat(found(false)).containsExactlyElementsOf(AREAS);
    }

    @Test
    void whatIsToldLateIsConcealedFromThenOn() throws SQLException {
        // Given: the window of which ADR 27 speaks
        var hidden = new Hidden("GB-HID-LATE");
        hidden.workedWith();
        assertThat(hidden.areas()).containsOnly("GB-HID-LATE");
        var before = hidden.rows().size();

        // When
        hidden.conceal();
        hidden.workedWith();

        // Then
        assertThat(hidden.rows()).hasSize(before);
    }

    @Test
    void whoIsNotNamedGoesOnBeingSeen() throws SQLException {
        // Given
        var hidden = new Hidden("GB-HID-01");
        hidden.conceal();

        // When
        Children.search(Callers.of("GB-ELSEWHERE", "practitioner", PURPOSE), hidden.child);

        // Then
        assertThat(hidden.areas()).containsExactly("GB-ELSEWHERE");
    }

    /** The areas that an attacker finds beside children, one child in each. */
    private List<String> found(boolean concealed) throws SQLException {
        var found = new ArrayList<String>();
        for (var area : AREAS) {
            var hidden = new Hidden(area);
            if (concealed) {
                hidden.conceal();
            }
            hidden.workedWith();
            hidden.areas().stream().filter(AREAS::contains).distinct().forEach(found::add);
        }
        return found;
    }

    /** A child of Kent's, and a worker elsewhere. */
    private final class Hidden {

        private final String area;
        private final String worker = "nadia-" + UUID.randomUUID();
        private final String child;
        private final String record;
        private final String tag;

        Hidden(String area) throws SQLException {
            this.area = area;
            this.child = Children.named("Nadezhda" + letters(UUID.randomUUID()), "Frost" + run, "2012-06-07", 2);
            this.record = Children.recorded(Callers.of("GB-KENT", "practitioner", PURPOSE), child);
            this.tag = Rows.of("select tag from person_tag where record_id = '" + record + "'")
                    .getFirst();
        }

        void conceal() {
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.service("register-service"))
                    .contentType("application/json")
                    .body("""
                            [{"specversion":"1.0","id":"%s","source":"register-service","type":"work.concealed","subject":"%s",
                              "time":"2026-11-22T12:00:00Z","data":{"names":["%s","%s"],"worker":"%s"}}]""".formatted(UUID.randomUUID(), UUID.randomUUID(), tag, record, worker))
                    .post("/internal/v1/events")
                    .then()
                    .statusCode(204);
        }

        /** Found, and asked for by its id. */
        void workedWith() {
            var by = Tokens.person(worker)
                    .agency(area)
                    .country("GB")
                    .roles("practitioner")
                    .purposes(PURPOSE);
            Children.search(by, child).then().statusCode(201);
            Api.as(by, PURPOSE).get("/api/identity/v1/persons/" + record).then().statusCode(404);
            Api.as(by, PURPOSE)
                    .get("/api/identity/v1/identities/of-record/" + record)
                    .then()
                    .statusCode(404);
        }

        /** What names the child in the clear, beside an agency other than its own. */
        List<String> rows() throws SQLException {
            return Rows.of(
                    "select event from audit_outbox where (position('%s' in event) > 0 or position('%s' in event) > 0)"
                                    .formatted(tag, record)
                            + " and event::json->'agent'->>'agency' <> 'GB-KENT' order by order_no");
        }

        List<String> areas() throws SQLException {
            return Rows.of("select distinct event::json->'agent'->>'agency' from audit_outbox"
                    + " where (position('%s' in event) > 0 or position('%s' in event) > 0)".formatted(tag, record)
                    + " and event::json->'agent'->>'agency' <> 'GB-KENT'");
        }
    }

    private static String letters(UUID id) {
        return id.toString()
                .substring(0, 8)
                .chars()
                .mapToObj(digit -> Character.toString('a' + Character.digit(digit, 16)))
                .reduce("", String::concat);
    }
}
