package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario S9: an information request that is refused, forgotten, delivered twice, sent to the wrong door; and S6's link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InformationRequestJourneyIT {

    private static final String REQUESTS = "/api/referral/v1/information-requests";
    private static final String CONTRIBUTIONS = "/api/referral/v1/contributions";
    private static final String BASIS = "hague-1996-34";
    private static final String WARSAW = "PL-WAW-OPS";

    private Waymark waymark;
    private Person sarahInKent;
    private Person agnieszkaInWarsaw;
    private Person claireInLyon;
    private Person lucOfTheAuthority;
    private String record;
    private String path;
    private String hash;

    @BeforeAll
    void aChildOfKent() {
        waymark = Waymark.running();
        sarahInKent = waymark.person("sarah.gb").stating("CP-INFO-REQUEST");
        agnieszkaInWarsaw = waymark.person("agnieszka.pl").stating("CP-INFO-REQUEST");
        claireInLyon = waymark.person("claire.fr").stating("CP-INFO-REQUEST");
        lucOfTheAuthority = waymark.person("luc.fr").stating("CP-INFO-REQUEST");
        record = Casework.record(waymark.practitioner("sarah.gb"), Child.STEFAN);
    }

    @Test
    @Order(1)
    void withoutABasisNothingIsAskedAndOnABasisOfOthersNeither() {
        // When
        var none = sarahInKent.post(REQUESTS, request(WARSAW, "Is a measure in force?"));
        var ofOthers = sarahInKent.on("brussels-2b-80").post(REQUESTS, request(WARSAW, "Is a measure in force?"));

        // Then
        assertThat(none.status()).isEqualTo(403);
        assertThat(none.code()).isEqualTo("legal-basis-required");
        assertThat(ofOthers.status()).isEqualTo(403);
        assertThat(ofOthers.code()).isEqualTo("basis-not-in-force");
    }

    @Test
    @Order(2)
    void warsawIsAskedAndGivesAReceiptForTheBytesThatKentSent() throws NoSuchAlgorithmException {
        // Given
        var sent = sarahInKent
                .on(BASIS)
                .post(REQUESTS, request(WARSAW, "Is a measure in force?", "Which school did he attend?"))
                .expect(201);
        path = REQUESTS + "/" + sent.id();
        var told = await().atMost(Duration.ofSeconds(10))
                .until(() -> Casework.notificationsAbout(agnieszkaInWarsaw, sent.id()), found -> !found.isEmpty());
        assertThat(Casework.kinds(told)).containsExactly("information-request-received");
        var seen = agnieszkaInWarsaw.get(path + "/message").expect(200).text();
        hash = sha256(seen);

        // When
        var received =
                agnieszkaInWarsaw.post(path + "/receipts", Casework.json().put("messageHash", hash));

        // Then
        assertThat(received.status()).isEqualTo(200);
        assertThat(sha256(sarahInKent.get(path + "/message").expect(200).text()))
                .isEqualTo(hash);
        assertThat(sarahInKent.get(path).expect(200).string("deliveryState")).isEqualTo("received");
    }

    @Test
    @Order(3)
    void deliveredTwiceItIsOneRequest() {
        // When
        var again = sarahInKent
                .on(BASIS)
                .post(REQUESTS, request(WARSAW, "Is a measure in force?", "Which school did he attend?"));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(path).endsWith(again.id());
    }

    @Test
    @Order(4)
    void aPartialAnswerLeavesTheRestOpenAndWhatIsWithheldHasAReason() {
        // Given
        agnieszkaInWarsaw
                .post(path + "/answers", answer(hash, item(1).put("text", "A supervision order since 2025.")))
                .expect(200);
        assertThat(sarahInKent.get(path).expect(200).string("status")).isEqualTo("partly-answered");

        // When
        var withheld = item(2).put("withheld", "court-order-forbids").put("note", "Order of 3 May.");
        agnieszkaInWarsaw.post(path + "/answers", answer(hash, withheld)).expect(200);

        // Then
        var read = sarahInKent.get(path).expect(200);
        assertThat(read.string("status")).isEqualTo("answered");
        var questions = read.body().path("questions");
        assertThat(questions.path(0).path("answer").asText()).isEqualTo("A supervision order since 2025.");
        assertThat(questions.path(1).path("withheld").asText()).isEqualTo("court-order-forbids");
        assertThat(read.text()).doesNotContain("Order of 3 May");
        assertThat(read.body().at("/answers/0/requestHash").asText()).isEqualTo(hash);
    }

    @Test
    @Order(5)
    void aClockThatIsTenMinutesOffIsFlaggedAndOneThatIsAnHourOffRefused() {
        // When
        var refused = sarahInKent.on(BASIS).post(REQUESTS, stating(Duration.ofHours(1)));
        var flagged = sarahInKent.on(BASIS).post(REQUESTS, stating(Duration.ofMinutes(10)));
        var deliveredAgain = sarahInKent.on(BASIS).post(REQUESTS, stating(Duration.ofHours(1)));

        // Then
        assertThat(flagged.status()).isEqualTo(201);
        assertThat(flagged.body().path("clockSkewSeconds").asInt()).isBetween(540, 600);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("clock-skew");
        assertThat(deliveredAgain.status()).isEqualTo(200);
        assertThat(deliveredAgain.id()).isEqualTo(flagged.id());
    }

    @Test
    @Order(6)
    void anAnswerToARevokedRequestIsKeptNotShownAndWarsawIsTold() {
        // Given
        var sent = sarahInKent
                .on(BASIS)
                .post(REQUESTS, request(WARSAW, "Who was the guardian?"))
                .expect(201);
        var revoked = REQUESTS + "/" + sent.id();
        var itsHash = sent.string("messageHash");
        agnieszkaInWarsaw
                .post(revoked + "/receipts", Casework.json().put("messageHash", itsHash))
                .expect(200);
        var seen = sarahInKent.get(revoked).expect(200);
        sarahInKent.having(seen).post(revoked + "/revocations", Casework.json()).expect(200);

        // When
        var late = agnieszkaInWarsaw.post(revoked + "/answers", answer(itsHash, item(1).put("text", "An aunt.")));

        // Then
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().at("/answers/0/shown").asBoolean(true)).isFalse();
        assertThat(sarahInKent.get(revoked).expect(200).body().path("answers")).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> Casework.kinds(Casework.notificationsAbout(agnieszkaInWarsaw, sent.id())),
                        kinds -> kinds.containsAll(
                                List.of("information-request-revoked", "information-answer-not-shown")));
    }

    @Test
    @Order(7)
    void theWrongAuthorityForwardsAndBothAreTold() {
        // Given
        var sent = sarahInKent
                .on(BASIS)
                .post(REQUESTS, request("FR-CA", "Was a measure considered?"))
                .expect(201);
        path = REQUESTS + "/" + sent.id();
        hash = sent.string("messageHash");
        var seen = lucOfTheAuthority.get(path).expect(200);

        // When
        var forwarded = lucOfTheAuthority
                .having(seen)
                .post(path + "/forwardings", Casework.json().put("toAgency", "FR-69-CRIP"));

        // Then
        assertThat(forwarded.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> Casework.kinds(Casework.notificationsAbout(sarahInKent, sent.id())),
                        kinds -> kinds.contains("information-request-forwarded"));
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> Casework.kinds(Casework.notificationsAbout(claireInLyon, sent.id())),
                        kinds -> kinds.contains("information-request-received"));
        assertThat(agnieszkaInWarsaw.get(path).status()).isEqualTo(404);
    }

    @Test
    @Order(8)
    void aRefusalGoesToTheCentralAuthorityWhichReopensIt() {
        // Given
        claireInLyon
                .post(path + "/receipts", Casework.json().put("messageHash", hash))
                .expect(200);
        var seen = claireInLyon.get(path).expect(200);
        claireInLyon
                .having(seen)
                .post(path + "/refusals", Casework.json().put("reason", "not-competent"))
                .expect(200);
        var refused = sarahInKent.get(path).expect(200);
        assertThat(refused.body().at("/refusal/reason").asText()).isEqualTo("not-competent");
        sarahInKent.having(refused).post(path + "/escalations", Casework.json()).expect(200);

        // When
        var reopened = lucOfTheAuthority
                .having(lucOfTheAuthority.get(path).expect(200))
                .post(path + "/escalations/decisions", Casework.json().put("decision", "reopen"));

        // Then
        assertThat(reopened.status()).isEqualTo(200);
        assertThat(claireInLyon.get(path).expect(200).string("status")).isEqualTo("sent");
    }

    @Test
    @Order(9)
    void somebodyWithoutAnAccountWritesOnceAndReadsNothing() {
        // Given
        var asked = sarahInKent
                .post(
                        CONTRIBUTIONS,
                        Casework.json()
                                .put("personRecordId", record)
                                .put("writer", "benefits")
                                .put("aboutKind", "child")
                                .put("ask", "Which claims name this child?"))
                .expect(201);
        var code = asked.string("code");

        // When
        var written = submit(code);

        // Then
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.text()).doesNotContain(record, asked.id(), "GB-KENT");
        assertThat(submit(code).status()).isEqualTo(410);
        assertThat(submit("unknown").code()).isEqualTo(submit(code).code());
        var read = sarahInKent.get(CONTRIBUTIONS + "/" + asked.id()).expect(200);
        assertThat(read.string("text")).isEqualTo("Three claims for the same child.");
        assertThat(read.string("provenance")).isEqualTo("third-party");
        assertThat(waymark.anonymous(CONTRIBUTIONS + "/" + asked.id()).status()).isEqualTo(401);
    }

    @Test
    @Order(10)
    void registerAndReferralAgreeOnWhoIsBound() {
        // When
        var register = new TreeSet<String>();
        items(sarahInKent.get("/api/register/v1/legal-bases").expect(200).body().path("items")).stream()
                .filter(basis -> basis.path("code").asText().matches("hague-1996-34|brussels-2b-80"))
                .forEach(basis -> items(basis.path("parties"))
                        .forEach(party ->
                                register.add(bound(basis.path("code").asText().replaceAll("-[0-9]+$", ""), party))));
        var referral = new TreeSet<String>();
        items(sarahInKent.get(REQUESTS + "/kinds").expect(200).body().path("parties"))
                .forEach(party -> referral.add(bound(party.path("instrument").asText(), party)));

        // Then
        assertThat(referral).hasSizeGreaterThan(50).isEqualTo(register);
    }

    private static String bound(String instrument, JsonNode party) {
        return instrument + " " + party.path("country").asText() + " "
                + party.path("validFrom").asText() + " " + party.path("validTo").asText();
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private Answer submit(String code) {
        return waymark.send(waymark.request(CONTRIBUTIONS + "/submissions")
                .header("Content-Type", "application/json")
                .header("One-Time-Code", code)
                .POST(BodyPublishers.ofString("{\"text\": \"Three claims for the same child.\"}")));
    }

    private ObjectNode stating(Duration ahead) {
        return request(WARSAW, "Where did he live until May?")
                .put("sentAt", Instant.now(Clock.systemUTC()).plus(ahead).toString());
    }

    private ObjectNode request(String recipient, String... questions) {
        var request = Casework.json()
                .put("personRecordId", record)
                .put("toAgency", recipient)
                .put("kind", "need-for-protection")
                .put("child", "Stefan, known to the family centre until May.")
                .put("reason", "A plan is prepared in Kent.")
                .put("language", "en")
                .put("translation", "wanted")
                .put("answerLanguage", "en");
        request.putArray("protectionClaimedFrom");
        var list = request.putArray("questions");
        List.of(questions).forEach(list::add);
        return request;
    }

    private static ObjectNode item(int question) {
        return Casework.json().put("question", question);
    }

    private static ObjectNode answer(String hash, ObjectNode item) {
        var answer = Casework.json().put("requestHash", hash).put("language", "en");
        answer.putArray("protectionClaimedFrom");
        answer.putArray("answers").add(item);
        return answer;
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
