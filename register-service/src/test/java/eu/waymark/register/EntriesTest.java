package eu.waymark.register;

import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.GuardContract;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EntriesTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void no_table_of_child_data_can_be_touched_without_an_event() throws SQLException {
        assertThat(GuardContract.verify())
                .contains(
                        "entry",
                        "entry_holder",
                        "review",
                        "child_check",
                        "check_match",
                        "look",
                        "notification",
                        "disclosure",
                        "transfer",
                        "entry_version",
                        "exclusion",
                        "exclusion_alarm",
                        "review_reminder",
                        "protected_look",
                        "look_release");
    }

    @Test
    void nobody_and_the_wrong_role_open_no_entry() {
        Api.anonymous()
                .body(Scene.newEntry(UUID.randomUUID()))
                .post(ENTRIES)
                .then()
                .statusCode(401);
        Api.as(
                        Tokens.person("carol")
                                .agency("GB-KENT")
                                .country("GB")
                                .roles("compliance")
                                .purposes("AUDIT"),
                        "AUDIT")
                .body(Scene.newEntry(UUID.randomUUID()))
                .post(ENTRIES)
                .then()
                .statusCode(403);
    }

    @Test
    void the_agency_of_the_record_becomes_the_one_holder() throws SQLException {
        var person = Scene.person("GB-KENT");
        var entry = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .body("holder", equalTo("GB-KENT"))
                .body("measure.name", equalTo("child protection plan"))
                .body("measure.commonClass", equalTo("registered-plan"))
                .body("reviewDueOn", notNullValue())
                .header("ETag", "\"0\"")
                .extract();
        assertThat(holders(entry.path("id"))).isEqualTo("GB-KENT (open)");
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(entry.header("Location"))
                .then()
                .statusCode(200)
                .body("summary", equalTo("Core group meets monthly at the school."));
    }

    @Test
    void the_database_itself_refuses_two_holders_and_none() throws SQLException {
        var id = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(ENTRIES)
                .then()
                .extract()
                .<String>path("id");
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                            statement.execute("update guarded.entry set holder = 'GB-LEEDS' where id = '" + id + "'"))
                    .hasMessageContaining("by an accepted transfer only");
            assertThat(holders(id)).isEqualTo("GB-KENT (open)");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.execute("update guarded.entry set holder = null where id = '" + id + "'"))
                    .hasMessageContaining("null value");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.execute("insert into guarded.entry_holder values ('" + id
                                    + "', 'GB-KENT', tstzrange(now(), null))"))
                    .hasMessageContaining("exclusion constraint");
        }
    }

    @Test
    void a_child_has_one_active_entry() {
        var person = Scene.entered();
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-entered"));
    }

    @Test
    void another_agencys_record_answers_as_an_unknown_one() {
        var theirs = Scene.person("GB-LEEDS");
        var foreign = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(theirs))
                .post(ENTRIES)
                .then()
                .statusCode(404)
                .extract()
                .<String>path("code");
        var unknown = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(UUID.randomUUID()))
                .post(ENTRIES)
                .then()
                .statusCode(404)
                .extract()
                .<String>path("code");
        assertThat(foreign).isEqualTo(unknown);
    }

    @Test
    void another_agencys_entry_answers_as_an_unknown_one_and_is_on_record() throws SQLException {
        var place = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(ENTRIES)
                .then()
                .extract()
                .header("Location");
        var foreign = Api.as(Scene.tom(), "CP-ASSESS")
                .get(place)
                .then()
                .statusCode(404)
                .extract();
        var unknown = Api.as(Scene.tom(), "CP-ASSESS")
                .get(ENTRIES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract();
        assertThat(foreign.<String>path("detail")).isEqualTo(unknown.<String>path("detail"));
        Api.as(Scene.tom(), "CP-ASSESS")
                .get(java.net.URI.create(place).getPath() + "/lookups")
                .then()
                .statusCode(404);
        assertThat(Scene.events("practitioner-GB-LEEDS"))
                .contains("register.entry.read")
                .contains("\"outcomeCode\":\"not-found\"");
    }

    @Test
    void faults_are_named_field_by_field() {
        var body = """
                {"personRecordId":"%s","measure":"GB-ENG-CPP","harms":["sadness"],"risk":"extreme","startedOn":"2099-01-01","summary":""}""".formatted(UUID.randomUUID());
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(body)
                .post(ENTRIES)
                .then()
                .statusCode(422)
                .body("errors.size()", equalTo(3))
                .body("errors.field", hasItem("risk"))
                .body("errors.field", hasItem("startedOn"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")).replace("GB-ENG-CPP", "GB-XX"))
                .post(ENTRIES)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
    }

    @Test
    void only_a_review_ends_an_entry_and_a_move_is_no_reason() {
        var place = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(ENTRIES)
                .then()
                .extract()
                .header("Location");
        var reviews = java.net.URI.create(place).getPath() + "/reviews";
        var end = "{\"decision\":\"end\",\"reason\":\"%s\",\"decidedOn\":\"" + LocalDate.now() + "\"}";
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body(end.formatted("moved-away"))
                .post(reviews)
                .then()
                .statusCode(422);
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(end.formatted("plan-completed"))
                .post(reviews)
                .then()
                .statusCode(428);
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"9\"")
                .body(end.formatted("plan-completed"))
                .post(reviews)
                .then()
                .statusCode(412);
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body(end.formatted("plan-completed"))
                .post(reviews)
                .then()
                .statusCode(200)
                .body("status", equalTo("ended"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body(end.formatted("plan-completed"))
                .post(reviews)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void lists_are_paged_without_gap_or_overlap() {
        for (int i = 0; i < 3; i++) {
            Scene.entered();
        }
        var first = Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 2)
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .extract();
        var second = Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .extract();
        assertThat(first.<java.util.List<String>>path("items.id")).doesNotContainAnyElementsOf(second.path("items.id"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("cursor", "made-up")
                .get(ENTRIES)
                .then()
                .statusCode(400);
        Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 5000)
                .get(ENTRIES)
                .then()
                .statusCode(422);
    }

    @Test
    void the_summary_is_not_in_the_database_in_clear() throws SQLException {
        Scene.entered();
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select count(*) from guarded.entry e where position('Core group' in encode(e.summary, 'escape')) > 0")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static String holders(String entry) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select string_agg(agency || case when upper_inf(during) then ' (open)' else ' (closed)' end, ', ' order by lower(during))"
                                + " from guarded.entry_holder where entry_id = ?::uuid")) {
            select.setString(1, entry);
            var rows = select.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
