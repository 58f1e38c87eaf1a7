package eu.waymark.sandbox.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.state.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people do with the register day by day, each step expected to go well. */
final class Casework {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(300);

    static final String CHECKS = "/api/register/v1/checks";
    static final String ENTRIES = "/api/register/v1/entries";
    static final String DISCLOSURES = "/api/register/v1/disclosures";
    static final String NOTIFICATIONS = "/api/register/v1/notifications";
    static final String PERSONS = "/api/identity/v1/persons";
    static final String REFERRALS = "/api/referral/v1/referrals";

    static final String REVIEWS = "/api/identity/v1/reviews";
    static final String LINKS = "/api/identity/v1/links";
    static final String IDENTITIES = "/api/identity/v1/identities";

    private Casework() {}

    /** The identity of an own record. */
    static Answer identity(Person by, String record) {
        return by.get(IDENTITIES + "/of-record/" + record).expect(200);
    }

    /** The review of an own record, as soon as the service has found whom it may be the same as. */
    static String awaitReview(Person by, String record) {
        return await().atMost(SOON)
                .pollInterval(STEP)
                .until(
                        () -> by.get(REVIEWS + "?limit=200").expect(200).items().stream()
                                .filter(one -> one.path("records").toString().contains(record))
                                .map(one -> one.path("id").asText())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** One proposes that the two of a review are one child, and the other confirms it. */
    static void linkByTwo(Person first, Person second, String review) {
        first.post(REVIEWS + "/" + review + "/claim", json()).expect(200);
        first.post(
                        REVIEWS + "/" + review + "/decision",
                        json().put("verdict", "same").put("reason", "records-agree"))
                .expect(200);
        second.post(REVIEWS + "/" + review + "/claim", json()).expect(200);
        second.post(REVIEWS + "/" + review + "/confirmation", json().put("agree", true))
                .expect(200);
    }

    static ObjectNode json() {
        return Json.mapper().createObjectNode();
    }

    /** Searches, as must come first, and makes a person record; its id is returned. */
    static String record(Person by, Child child) {
        var search = by.post("/api/identity/v1/searches", child.known()).expect(201);
        return by.post(PERSONS, child.known().put("searchId", search.id()))
                .expect(201)
                .id();
    }

    /** Makes a person record and enters the child, who has had a plan for neglect since then. */
    static Answer enter(Person by, Child child, LocalDate since) {
        return enter(by, child, since, "GB-ENG-CPP");
    }

    static Answer enter(Person by, Child child, LocalDate since, String measure) {
        var entry = json().put("personRecordId", record(by, child))
                .put("measure", measure)
                .put("risk", "high")
                .put("startedOn", since.toString())
                .put("summary", "The core group meets each month.");
        entry.putArray("harms").add("neglect");
        return by.post(ENTRIES, entry).expect(201);
    }

    static Answer enter(Person by, Child child) {
        return enter(by, child, today().minusMonths(2));
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    static Answer check(Person by, Child child) {
        return by.post(CHECKS, child.asked()).expect(200);
    }

    /** The handle of the one match. */
    static String onlyHandle(Answer check) {
        var matches = check.body().path("matches");
        if (matches.size() != 1) {
            throw new AssertionError("Expected one match: " + check.text());
        }
        return matches.path(0).path("handle").asText();
    }

    static Answer askForContent(Person by, String handle) {
        return by.post(DISCLOSURES, json().put("handle", handle)).expect(201);
    }

    /** Hands work on a child of the sender's own to another agency. */
    static Answer refer(Person by, String record, String toAgency) {
        var referral = json().put("personRecordId", record)
                .put("toAgency", toAgency)
                .put("kind", "assessment")
                .put("urgency", "urgent")
                .put("reason", "Seen alone at the station; please assess at the old home.");
        return by.post(REFERRALS, referral).expect(201);
    }

    /** The agency's notifications about one thing, newest first. */
    static List<JsonNode> notificationsAbout(Person by, String reference) {
        return by.get(NOTIFICATIONS + "?limit=200").expect(200).items().stream()
                .filter(one -> one.path("reference").asText().equals(reference))
                .toList();
    }

    static List<String> kinds(List<JsonNode> notifications) {
        return notifications.stream().map(one -> one.path("kind").asText()).toList();
    }
}
