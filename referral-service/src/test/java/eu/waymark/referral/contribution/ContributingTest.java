package eu.waymark.referral.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import eu.waymark.referral.message.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ContributingTest {

    private static final String SEEN = "\"0\"";

    @Test
    void nobodyIsAskedWithoutATokenOrByARoleThatReadsNoChild() {
        var person = Identity.personOf(Workers.LEEDS);

        Api.anonymous().body(Asked.body(person)).post(Asked.PATH).then().statusCode(401);
        Workers.registrar().body(Asked.body(person)).post(Asked.PATH).then().statusCode(403);
    }

    @Test
    void aChildOfAnotherAgencyIsAskedAboutByNobodyElse() {
        var person = Identity.personOf(Workers.LYON);

        Workers.leeds().body(Asked.body(person)).post(Asked.PATH).then().statusCode(404);
    }

    @Test
    void aCodeIsGoodForAWeekAtMostAndNamesWhatItIsFor() {
        var person = Identity.personOf(Workers.LEEDS);

        Workers.leeds()
                .body(Asked.body(person).replace("\"ask\"", "\"validHours\": 169, \"ask\""))
                .post(Asked.PATH)
                .then()
                .statusCode(422);
        Workers.leeds()
                .body(Asked.body(person).replace("\"child\"", "\"referral\""))
                .post(Asked.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"));
    }

    @Test
    void theWriterGetsAReceiptThatFitsWhatWasWrittenAndNothingElse() throws JsonProcessingException {
        // Given
        var asked = Asked.byLeeds();

        // When
        var answer = asked.submit();

        // Then
        answer.then().statusCode(201).body("size()", equalTo(3));
        var content = new ObjectMapper()
                .createObjectNode()
                .put("receivedAt", answer.<String>path("receivedAt"))
                .put("nonce", answer.<String>path("nonce"))
                .put("text", Asked.TEXT);
        assertThat(Message.hex(new Message(Message.canonical(content)).hash())).isEqualTo(answer.path("hash"));
        assertThat(answer.asString())
                .doesNotContain(asked.person().toString(), asked.id().toString(), Workers.LEEDS);
    }

    @Test
    void theEventNamesTheChildAndNobodyAsWriter() {
        // Given
        var asked = Asked.byLeeds();

        // When
        var answer = asked.submit();

        // Then
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.contribution.submitted");
        assertThat(event.at("/agent/who").asText()).isEqualTo("contributor");
        assertThat(event.at("/agent").has("agency")).isFalse();
        assertThat(event.at("/subjects/0").asText()).isEqualTo(Identity.tag(asked.person()));
        assertThat(event.at("/notes/hash").asText()).isEqualTo(answer.path("hash"));
        assertThat(AuditTrail.facts("notification.requested", asked.id()))
                .singleElement()
                .satisfies(told -> assertThat(told.path("kind").asText()).isEqualTo("contribution-arrived"));
    }

    @Test
    void theWorkerReadsItAsUnverifiedInformationOfAThirdParty() {
        // Given
        var asked = Asked.byLeeds();
        Workers.leeds().get(asked.path()).then().statusCode(200).body("$", not(hasKey("text")));
        asked.submit().then().statusCode(201);

        // When
        var read = Workers.leeds().get(asked.path());

        // Then
        read.then()
                .statusCode(200)
                .body("text", equalTo(Asked.TEXT))
                .body("ask", equalTo(Asked.ASK))
                .body("provenance", equalTo("third-party"))
                .body("verified", equalTo(false));
        Workers.leeds()
                .queryParam("personRecordId", asked.person())
                .get(Asked.PATH)
                .then()
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("text")));
        Workers.lyon().get(asked.path()).then().statusCode(404);
    }

    @Test
    void confirmingTheReadingClosesTheWork() throws SQLException {
        // Given
        var asked = Asked.byLeeds();
        assertThat(openWork(asked.id())).containsExactly("contribution-awaited");
        asked.submit().then().statusCode(201);
        assertThat(openWork(asked.id())).containsExactly("contribution-reading");

        // When
        var noted = Workers.leeds().header("If-Match", "\"1\"").post(asked.path() + "/readings");

        // Then
        noted.then().statusCode(200).body("status", equalTo("read"));
        assertThat(openWork(asked.id())).isEmpty();
        Workers.leeds()
                .header("If-Match", "\"2\"")
                .post(asked.path() + "/readings")
                .then()
                .statusCode(409)
                .body("code", equalTo("contribution-illegal-transition"));
    }

    @Test
    void aCodeThatIsUsedLateTakenBackOrUnknownAnswersTheSame() throws SQLException {
        // Given
        var used = Asked.byLeeds();
        used.submit().then().statusCode(201);
        var revoked = Asked.byLeeds();
        Workers.leeds()
                .header("If-Match", SEEN)
                .post(revoked.path() + "/revocations")
                .then()
                .statusCode(200);
        var late = Asked.byLeeds();
        age(late.id());

        // When
        var answers = Stream.of(used.code(), revoked.code(), late.code(), "unknown", "")
                .map(Asked::submit)
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(withoutRequest(answer)).isEqualTo(withoutRequest(answers.getFirst()));
        });
        assertThat(AuditTrail.of(answers.getFirst().header("Request-Id")).has("subjects"))
                .isFalse();
        Workers.leeds().get(late.path()).then().body("status", equalTo("asked"));
    }

    @Test
    void aTextThatIsTooLongCostsNoCode() {
        // Given
        var asked = Asked.byLeeds();

        // When
        Api.anonymous()
                .header("One-Time-Code", asked.code())
                .body("{\"text\": \"" + "a".repeat(20_001) + "\"}")
                .post(Asked.SUBMISSIONS)
                .then()
                .statusCode(422);

        // Then
        asked.submit().then().statusCode(201);
    }

    @Test
    void ofThoseWhoUseOneCodeAtOnceOneIsHeard() {
        // Given
        var asked = Asked.byLeeds();

        // When
        var racing = Stream.generate(() -> CompletableFuture.supplyAsync(asked::submit))
                .limit(4)
                .toList();
        var answers = racing.stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .toList();

        // Then
        assertThat(answers).containsExactlyInAnyOrder(201, 410, 410, 410);
    }

    @Test
    void theCodeStandsNowhereAndIsShownOnce() throws SQLException {
        // Given
        var person = Identity.personOf(Workers.LEEDS);
        var key = UUID.randomUUID().toString();
        var first = Workers.leeds()
                .header("Idempotency-Key", key)
                .body(Asked.body(person))
                .post(Asked.PATH);

        // When
        var again = Workers.leeds()
                .header("Idempotency-Key", key)
                .body(Asked.body(person))
                .post(Asked.PATH);

        // Then
        var code = first.<String>path("code");
        assertThat(code).hasSize(43);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEmpty();
        assertThat(rows(
                        "select t::text from guarded.one_time_code t union all select t::text from guarded.contribution t"
                                + " union all select event from audit_outbox"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(code) || row.contains(Asked.ASK));
    }

    private static String withoutRequest(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static List<String> openWork(UUID reference) throws SQLException {
        return rows("select kind from guarded.work_item where closed_at is null and reference = '" + reference + "'");
    }

    /** The code was made four days ago. */
    private static void age(UUID contribution) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("alter table guarded.one_time_code disable trigger user");
            statement.execute("update guarded.one_time_code set issued_at = issued_at - interval '4 days',"
                    + " expires_at = expires_at - interval '4 days' where reference = '" + contribution + "'");
            statement.execute("alter table guarded.one_time_code enable trigger user");
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
