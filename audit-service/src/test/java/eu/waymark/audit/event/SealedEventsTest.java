package eu.waymark.audit.event;

import static eu.waymark.audit.AuditLog.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.platform.persistence.crypto.SealedDetails;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events with sealed details, of children whom everybody may know of, and of those who are hidden. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class SealedEventsTest {

    private static final String TERMS = "\"terms\":{\"birth\":\"2014\",\"names\":\"Koval\"}";

    /** Erasures of this test: they come from one source, which the log numbers. */
    private static final AtomicLong ERASURES = new AtomicLong();

    private final String source = SampleEvent.freshSource();
    private final String agency = "FR-" + source;
    private final String tag = "stable-tag-of-" + source;

    @Inject
    SealedDetails sealing;

    @Test
    void anEventAboutASealedChildIsFoundByItsOwnAgencyUnderEverythingItHides() {
        // Given
        var hidden = hidden(1, core());
        append(hidden);

        // Then
        for (var filter : List.of(
                Map.of("type", "register.entry.read"),
                Map.of("subject", tag),
                Map.of("case", "case-9"),
                Map.of("actor", "5d3c", "agency", agency),
                Map.of("subject", tag, "case", "case-9", "purpose", "CP-ASSESS", "outcome", "0"))) {
            assertThat(list(agency, filter).getList("items.id"))
                    .as("%s", filter)
                    .containsExactly(hidden.event.id());
        }
        for (var filter : List.of(
                Map.of("subject", "another-tag-" + source),
                Map.of("case", "case-8"),
                Map.of("subject", tag, "outcome", "4"),
                Map.of("subject", tag, "case", "case-8"))) {
            assertThat(list(agency, filter).getList("items")).as("%s", filter).isEmpty();
        }
        assertThat(list("GB-ENG-301", Map.of("subject", tag)).getList("items")).isEmpty();
        get("GB-ENG-301", "AUDIT", hidden.event.id(), "").statusCode(404);
    }

    @Test
    void itLooksLikeAnyOther() {
        // Given
        var hidden = hidden(1, core());
        append(hidden);
        var open = new Sent(
                SampleEvent.of(source, 2)
                        .agent("agency", agency)
                        .agent("client", "portal")
                        .with("case", "case-9")
                        .with("resource", "e-7")
                        .with("subjects", List.of(tag)),
                null);
        append(open);

        // When
        var shown = new HashMap<String, Object>(get(agency, "AUDIT", hidden.event.id(), "")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap(""));
        var plain = new HashMap<String, Object>(get(agency, "AUDIT", open.event.id(), "")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap(""));

        // Then
        List.of("id", "leafIndex").forEach(own -> {
            shown.remove(own);
            plain.remove(own);
        });
        assertThat(shown).isEqualTo(plain);
        get(agency, "INSPECTION", hidden.event.id(), "/details").statusCode(404);
        assertThat(problem(hidden)).isEqualTo(problem(open));
        AuditLog.checkpointCovering(index(open));
        assertThat(list(agency, Map.of("verify", "true", "type", "register.entry.read"))
                        .getList("items.verified.state"))
                .containsOnly("VERIFIED");
    }

    @Test
    void theTrailOfALookSaysNoMoreThanTheLeaf() {
        // Given
        var hidden = hidden(1, core());
        append(hidden);

        // When
        get(agency, "AUDIT", hidden.event.id(), "").statusCode(200);
        list(agency, Map.of("subject", tag));

        // Then
        var looks = await().until(
                        () -> list(agency, Map.of("type", "audit.event.read")),
                        found -> !found.getList("items").isEmpty());
        assertThat(looks.getList("items[0].subjects")).containsExactly("per-event-" + source);
        var lists = await().until(
                        () -> list(agency, Map.of("type", "audit.events.listed")),
                        found -> !found.getList("items").isEmpty());
        assertThat(lists.getList("items.subjects.flatten()")).doesNotContain(tag);
    }

    @Test
    void detailsAreOpenedForThoseWhoMustKnow() {
        // Given
        var hidden = hidden(1, "{" + TERMS + "," + core().substring(1));
        append(hidden);

        // Then
        get(agency, "AUDIT", hidden.event.id(), "/details")
                .statusCode(403)
                .body("code", equalTo("purpose-not-permitted"));
        get("GB-ENG-301", "COURT", hidden.event.id(), "/details").statusCode(404);
        for (var purpose : List.of("INSPECTION", "COURT", "SUBJECT-ACCESS")) {
            get(agency, purpose, hidden.event.id(), "/details")
                    .statusCode(200)
                    .body("details.size()", equalTo(1))
                    .body("details.terms.names", equalTo("Koval"));
        }
        await().untilAsserted(() -> assertThat(list(agency, Map.of("type", "audit.details.opened", "outcome", "0"))
                        .getList("items.resource"))
                .contains(hidden.event.id()));
    }

    @Test
    void anErasureTakesTheDetailsOfAllEventsOfTheChildAndNothingElse() throws SQLException {
        // Given
        var hidden = hidden(1, "{" + TERMS + "," + core().substring(1));
        var open = sealed(
                SampleEvent.of(source, 2).agent("agency", agency).with("subjects", List.of(tag)),
                "{" + TERMS + ",\"subjects\":[\"" + tag + "\"]}");
        var ofAnother = sealed(
                SampleEvent.of(source, 3).agent("agency", agency).with("subjects", List.of("other-" + tag)),
                "{" + TERMS + ",\"subjects\":[\"other-" + tag + "\"]}");
        List.of(hidden, open, ofAnother).forEach(this::append);

        // When
        append(erasure());

        // Then
        get(agency, "COURT", hidden.event.id(), "/details").statusCode(410).body("code", equalTo("details-erased"));
        get(agency, "COURT", open.event.id(), "/details").statusCode(410);
        get(agency, "COURT", ofAnother.event.id(), "/details").statusCode(200);
        get(agency, "AUDIT", hidden.event.id(), "")
                .statusCode(200)
                .body("agency", equalTo(agency))
                .body("subjects", contains("per-event-" + source));
    }

    @Test
    void whatWasSearchedForAndFoundIsSealedBesideTheSearch() throws SQLException {
        // Given
        var hidden = hidden(1, core());
        append(hidden);

        // When
        list(agency, Map.of("subject", tag, "case", "case-9", "outcome", "0"));

        // Then
        var look = search(1);
        get(agency, "INSPECTION", look, "/details")
                .statusCode(200)
                .body("details.keySet()", containsInAnyOrder("eventIds", "terms"))
                .body("details.terms", equalTo(Map.of("subject", tag, "case", "case-9", "outcome", "0")))
                .body("details.eventIds", contains(hidden.event.id()));
        get("GB-ENG-301", "INSPECTION", look, "/details").statusCode(404);
        assertThat(list(agency, Map.of("subject", tag)).getList("items.id"))
                .as("a search is no look at the child")
                .containsExactly(hidden.event.id());
    }

    @Test
    void anErasureTakesWhatWasSearchedForWithIt() throws SQLException {
        // Given
        append(hidden(1, core()));
        list(agency, Map.of("subject", tag));
        var look = search(1);
        list(agency, Map.of("subject", "other-" + tag));
        var ofAnother = search(2);
        get(agency, "COURT", look, "/details").statusCode(200);

        // When
        append(erasure());

        // Then
        get(agency, "COURT", look, "/details").statusCode(410);
        get(agency, "COURT", ofAnother, "/details").statusCode(200);
    }

    @Test
    void detailsThatComeAfterTheErasureGoToo() throws SQLException {
        // Given
        append(hidden(1, "{" + TERMS + "," + core().substring(1)));
        append(erasure());

        // When
        var hidden = hidden(2, "{" + TERMS + "," + core().substring(1));
        var open = sealed(
                SampleEvent.of(source, 3).agent("agency", agency).with("subjects", List.of(tag)),
                "{" + TERMS + ",\"subjects\":[\"" + tag + "\"]}");
        var ofAnother = sealed(
                SampleEvent.of(source, 4).agent("agency", agency).with("subjects", List.of("other-" + tag)),
                "{" + TERMS + ",\"subjects\":[\"other-" + tag + "\"]}");
        var places = Stream.of(hidden, open, ofAnother).map(this::append).toList();

        // Then
        for (var late : List.of(hidden, open)) {
            get(agency, "COURT", late.event.id(), "/details").statusCode(410).body("code", equalTo("details-erased"));
        }
        get(agency, "COURT", ofAnother.event.id(), "/details").statusCode(200);
        assertThat(count("select count(*) from guarded.sealed_detail where leaf_index in (%d, %d)"
                        .formatted(places.get(0), places.get(1))))
                .isZero();
        assertThat(count("select count(*) from guarded.sealed_detail where leaf_index = " + places.get(2)))
                .isEqualTo(1);
    }

    /** The id of the newest of so many searches of the agency. */
    private String search(int searches) throws SQLException {
        var theirs = " from guarded.access_event where type = 'audit.events.listed' and agency = '" + agency + "'";
        await().until(() -> count("select count(*)" + theirs) == searches);
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select event_id" + theirs + " order by leaf_index desc limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Sent erasure() {
        var erased = SampleEvent.of("identity-service", ERASURES.incrementAndGet())
                .withoutAgency()
                .with("type", "identity.person.erased")
                .with("subjects", List.of("per-event-" + source));
        return sealed(erased, "{\"subjects\":[\"" + tag + "\"]}");
    }

    @Test
    void detailsThatWereReplacedAreNotShown() throws SQLException {
        // Given
        var open = sealed(SampleEvent.of(source, 1).agent("agency", agency), "{" + TERMS + "}");
        var index = append(open);
        var flip =
                "update guarded.sealed_detail set ciphertext = set_byte(ciphertext, 40, get_byte(ciphertext, 40) # 1)"
                        + " where leaf_index = " + index;
        Tampering.with(flip);

        // When
        var answer = get(agency, "COURT", open.event.id(), "/details");

        // Then
        answer.statusCode(500).body("code", equalTo("details-altered"));
        Tampering.with(
                "create table hidden as select * from guarded.sealed_detail where leaf_index = " + index,
                "delete from guarded.sealed_detail where leaf_index = " + index);
        get(agency, "COURT", open.event.id(), "/details").statusCode(500).body("code", equalTo("details-altered"));
        Tampering.with("insert into guarded.sealed_detail select * from hidden", "drop table hidden", flip);
        get(agency, "COURT", open.event.id(), "/details").statusCode(200);
    }

    @Test
    void detailsThatNobodyCanOpenStopNothing() throws SQLException {
        // Given
        var noDetails = "no details at all".getBytes(StandardCharsets.UTF_8);
        var unreadable = new Sent(SampleEvent.of(source, 1).agent("agency", agency), noDetails);
        unreadable.event.with("sealed", seal("0000000000000000", noDetails));

        // When
        append(unreadable);

        // Then
        get(agency, "AUDIT", unreadable.event.id(), "").statusCode(200);
        get(agency, "COURT", unreadable.event.id(), "/details")
                .statusCode(500)
                .body("code", equalTo("details-unreadable"));
        await().untilAsserted(() -> assertThat(count(
                        "select count(*) from audit_outbox where event like '%audit.alarm%' and event like '%details-unreadable%'"
                                + " and event like '%" + source + "\"%'"))
                .isEqualTo(1));
    }

    private record Sent(SampleEvent event, byte[] details) {}

    private String core() {
        return "{\"agency\":\"%s\",\"agencyType\":\"child-protection\",\"case\":\"case-9\",\"client\":\"portal\",\"country\":\"FR\",\"resource\":\"e-7\",\"subjects\":[\"%s\"]}"
                .formatted(agency, tag);
    }

    /** As a producer conceals an event about a sealed child. */
    private Sent hidden(long seq, String details) {
        return sealed(
                SampleEvent.of(source, seq).withoutAgency().with("subjects", List.of("per-event-" + source)), details);
    }

    private Sent sealed(SampleEvent event, String details) {
        var box = sealing.seal(UUID.fromString(event.id()), details.getBytes(StandardCharsets.UTF_8));
        return new Sent(event.with("sealed", seal(box.kid(), box.bytes())), box.bytes());
    }

    /** In the order of canonical JSON. */
    private static Map<String, String> seal(String kid, byte[] bytes) {
        return new TreeMap<>(Map.of(
                "alg", SealedDetails.ALGORITHM, "kid", kid, "sha256", new SealedDetails.Box(kid, bytes).sha256()));
    }

    private long append(Sent sent) {
        var item = new HashMap<String, Object>(
                Map.of("seq", sent.event.seq(), "body", Base64.getEncoder().encodeToString(sent.event.bytes())));
        if (sent.details != null) {
            item.put("sealed", Base64.getEncoder().encodeToString(sent.details));
        }
        return AuditLog.send(sent.event.source(), Map.of("epoch", 1, "events", List.of(item)))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("acknowledged[0].leafIndex");
    }

    private long index(Sent sent) {
        return get(agency, "AUDIT", sent.event.id(), "").extract().jsonPath().getLong("leafIndex");
    }

    private Map<String, Object> problem(Sent sent) {
        var problem = new HashMap<String, Object>(get(agency, "INSPECTION", sent.event.id(), "/details")
                .extract()
                .jsonPath()
                .getMap(""));
        problem.remove("requestId");
        return problem;
    }

    private ValidatableResponse get(String agency, String purpose, String id, String what) {
        return Api.as(compliance(agency), purpose).get(EVENTS + "/" + id + what).then();
    }

    private JsonPath list(String agency, Map<String, String> filter) {
        return Api.as(compliance(agency), "AUDIT")
                .queryParams(filter)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long count(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Tokens compliance(String agency) {
        return Tokens.person("compliance-officer")
                .agency(agency)
                .country("FR")
                .roles("compliance")
                .purposes("AUDIT", "INSPECTION", "COURT", "SUBJECT-ACCESS");
    }
}
