package eu.waymark.referral.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AskingForInformationTest {

    @BeforeEach
    void directory() {
        Parties.areKnown();
    }

    @Test
    void nobodyAsksWithoutATokenOrInARoleThatReadsNoChild() {
        var body = SentRequest.body(Identity.personOf(Parties.ASKER), Parties.DESK);

        Api.anonymous().body(body).post(SentRequest.PATH).then().statusCode(401);
        Workers.registrar().body(body).post(SentRequest.PATH).then().statusCode(403);
    }

    @Test
    void aRequestWithoutABasisIsRefusedAndTheRefusalIsOnRecord() {
        // Given
        var body = SentRequest.body(Identity.personOf(Parties.ASKER), Parties.DESK);

        // When
        var answer = Parties.asker().body(body).post(SentRequest.PATH);

        // Then
        answer.then().statusCode(403).body("code", equalTo("legal-basis-required"));
        assertThat(AuditTrail.of(answer.header("Request-Id"))
                        .path("outcomeCode")
                        .asText())
                .isEqualTo("legal-basis-required");
    }

    @ParameterizedTest
    @CsvSource({
        // Brussels IIb never with the United Kingdom or Denmark
        "brussels-2b-80, GB, PL, false",
        "brussels-2b-80, PL, GB, false",
        "brussels-2b-80, FR, DK, false",
        "brussels-2b-80, FR, PL, true",
        "hague-1996-34, GB, PL, true",
        "hague-1996-34, GB-SCT, DK, true",
        "hague-1996-34, GB, US, false",
        // a kind is asked for on the articles that know it
        "hague-1996-33, GB, PL, false",
        "national-law, GB, PL, false",
        "national-law, GB, GB-SCT, true",
        "hague-1996-36, GB, PL, false"
    })
    void aBasisHoldsBetweenCountriesThatItBinds(String basis, String one, String other, boolean holds) {
        var law = bases.inForce("need-for-protection", basis, one, other, LocalDate.of(2026, 11, 22));

        assertThat(law.isPresent()).isEqualTo(holds);
    }

    @Test
    void aBasisHoldsSinceBothAreBound() {
        assertThat(bases.inForce("report-on-child", "hague-1996-32", "GB", "IT", LocalDate.of(2015, 12, 31)))
                .isEmpty();
        assertThat(bases.inForce("report-on-child", "hague-1996-32", "GB", "IT", LocalDate.of(2016, 1, 1)))
                .isPresent();
    }

    @jakarta.inject.Inject
    Bases bases;

    @Test
    void askedOnABasisThatBindsOneSideOnlyNothingIsSent() {
        Parties.asker()
                .header("Legal-Basis", "brussels-2b-80")
                .body(SentRequest.body(Identity.personOf(Parties.ASKER), Parties.DESK))
                .post(SentRequest.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("basis-not-in-force"));
    }

    @Test
    void theKindsAreListedWithWhoIsBound() {
        Parties.asker()
                .get(SentRequest.PATH + "/kinds")
                .then()
                .statusCode(200)
                .body("kinds.code", hasItem("need-for-protection"))
                .body("parties.findAll { it.instrument == 'brussels-2b' }.country", not(hasItem("GB")))
                .body("parties.findAll { it.instrument == 'brussels-2b' }.country", not(hasItem("DK")));
    }

    @Test
    void bothSidesReadTheSameBytesAndTheirHash() throws NoSuchAlgorithmException {
        // Given
        var sent = SentRequest.toTheDesk();

        // When
        var asked = Parties.asker().get(sent.path() + "/message").asString();
        var seen = Parties.desk().get(sent.path() + "/message").asString();

        // Then
        assertThat(seen).isEqualTo(asked).doesNotContain(sent.person().toString());
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(sent.hash());
        Parties.stranger().get(sent.path() + "/message").then().statusCode(404);
    }

    @Test
    void theDeskReadsTheWordsAndNotTheAskersRecord() throws SQLException {
        // Given
        var sent = SentRequest.toTheDesk();

        // When
        var read = Parties.desk().get(sent.path());

        // Then
        read.then()
                .statusCode(200)
                .body("$", not(hasKey("personRecordId")))
                .body("words.law", equalTo("Hague Convention of 19 October 1996, article 34"))
                .body("questions.text", contains("Is a measure in force?", "Which school?"))
                .body("questions.state", contains("open", "open"))
                .body("dueAt", notNullValue())
                .body("deliveryState", equalTo("waiting"));
        assertThat(sent.openWork()).containsExactly("information-answer at " + Parties.DESK);
        var event = AuditTrail.of(read.header("Request-Id"));
        assertThat(event.at("/subjects/0").asText()).isEqualTo(Identity.tag(sent.person()));
        Parties.stranger().get(sent.path()).then().statusCode(404);
    }

    @Test
    void theDeadlineIsThreeMonthsOrSoonerWhereTheAskerWantsIt() {
        // Given
        var person = Identity.personOf(Parties.ASKER);
        var soon = Instant.now().plus(Duration.ofDays(14)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var late = Instant.now().plus(Duration.ofDays(200));

        // When
        var sooner = SentRequest.send(with(person, "answerBy", soon.toString()));
        var later = SentRequest.send(with(person, "answerBy", late.toString()));
        var usual = SentRequest.send(SentRequest.body(person, Parties.DESK));

        // Then
        sooner.then().statusCode(201).body("dueAt", equalTo(soon.toString())).body("dueRule", equalTo("ASKED"));
        later.then().statusCode(422).body("code", equalTo("invalid-fields"));
        assertThat(Duration.between(Instant.now(), Instant.parse(usual.path("dueAt"))))
                .isBetween(Duration.ofDays(88), Duration.ofDays(97));
    }

    @ParameterizedTest
    @CsvSource({"0, 201, false", "10, 201, true", "-10, 201, true", "16, 422, false", "-16, 422, false"})
    void aClockThatIsOffALittleIsFlaggedAndOneThatIsFarOffRefused(int minutes, int status, boolean flagged) {
        // Given
        var stated = Instant.now().plus(Duration.ofMinutes(minutes)).toString();

        // When
        var answer = SentRequest.send(with(Identity.personOf(Parties.ASKER), "sentAt", stated));

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.<Integer>path("clockSkewSeconds") != null).isEqualTo(flagged);
        if (status == 422) {
            assertThat(answer.<String>path("code")).isEqualTo("clock-skew");
        }
    }

    @Test
    void deliveredAgainWhenItsTimeIsLongPastItIsStillTheFirst() {
        // Given
        var person = Identity.personOf(Parties.ASKER);
        var first = SentRequest.send(with(
                person, "sentAt", Instant.now().minus(Duration.ofMinutes(10)).toString()));

        // When
        var again = SentRequest.send(with(
                person, "sentAt", Instant.now().minus(Duration.ofMinutes(20)).toString()));

        // Then
        again.then().statusCode(200).body("id", equalTo(first.path("id")));
    }

    @Test
    void nothingGoesToACountryFromWhichProtectionIsClaimed() {
        SentRequest.send(SentRequest.body(Identity.personOf(Parties.ASKER), Parties.DESK)
                        .replace("\"protectionClaimedFrom\": []", "\"protectionClaimedFrom\": [\"PL\"]"))
                .then()
                .statusCode(422)
                .body("code", equalTo("protection-claimed"));
    }

    @Test
    void whatIsAskedStandsNowhereInClear() throws SQLException {
        // Given
        SentRequest.toTheDesk();

        // When
        var rows = SentRequest.rows("select t::text from guarded.information_request t"
                + " union all select t::text from guarded.information_question t union all select event from audit_outbox"
                + " union all select data from fact_outbox");

        // Then
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("Ana K.") || row.contains("Which school"));
    }

    @Test
    void eachSideListsItsRequests() {
        // Given
        var sent = SentRequest.toTheDesk();

        // When, Then
        Parties.asker()
                .queryParam("direction", "outgoing")
                .get(SentRequest.PATH)
                .then()
                .body("items[0].id", equalTo(sent.id().toString()))
                .body("items[0]", hasKey("personRecordId"));
        Parties.desk()
                .queryParam("status", "sent")
                .get(SentRequest.PATH)
                .then()
                .body("items[0].id", equalTo(sent.id().toString()))
                .body("items[0]", not(hasKey("personRecordId")));
        Parties.stranger().get(SentRequest.PATH).then().body("items", hasSize(0));
        Parties.desk().queryParam("status", "lost").get(SentRequest.PATH).then().statusCode(400);
    }

    private static String with(UUID person, String field, String value) {
        return SentRequest.body(person, Parties.DESK)
                .replace("\"language\"", "\"" + field + "\": \"" + value + "\", \"language\"");
    }
}
