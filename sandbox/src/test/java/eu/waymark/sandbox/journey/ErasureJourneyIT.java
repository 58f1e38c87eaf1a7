package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.setup.WaymarkService;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S10, step 5: a false report is erased by two people, and the log verifies on. */
class ErasureJourneyIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Waymark waymark;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void aFalseReportIsErasedByTwoPeopleAndTheLogVerifiesOn() throws SQLException, GeneralSecurityException {
        // Given
        var from = Clock.systemUTC().instant();
        var sarahInKent = waymark.practitioner("sarah.gb");
        var susan = waymark.practitioner("susan.gb");
        var mark = waymark.practitioner("mark.gb");
        var entry = Casework.enter(sarahInKent, Child.ILONA);
        var person = entry.string("personRecordId");
        var erasure = Casework.PERSONS + "/" + person + "/erasure";

        // When: one proposes, and another approves
        var proposed = susan.post(
                        erasure,
                        Casework.json().put("legalBasis", "gdpr-17-1-d").put("reason", "false-report"))
                .expect(201);
        assertThat(susan.having(proposed)
                        .post(erasure + "/approval", Casework.json())
                        .code())
                .isEqualTo("second-person-needed");
        mark.having(proposed).post(erasure + "/approval", Casework.json()).expect(200);

        // Then: the active entry keeps its child until a review ends it
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> susan.get(erasure).expect(200).string("status").equals("approved"));
        var seen = sarahInKent.get(Casework.ENTRIES + "/" + entry.id()).expect(200);
        sarahInKent
                .having(seen)
                .post(
                        Casework.ENTRIES + "/" + entry.id() + "/reviews",
                        Casework.json()
                                .put("decision", "end")
                                .put("reason", "wrong-child")
                                .put("decidedOn", Casework.today().toString()))
                .expect(200);
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> susan.get(erasure).expect(200).string("status").equals("completed"));

        // Then: nothing finds the child
        assertThat(sarahInKent.get(Casework.PERSONS + "/" + person).code()).isEqualTo("erased");
        assertThat(sarahInKent.get(Casework.ENTRIES + "/" + entry.id()).status())
                .isEqualTo(404);
        assertThat(Casework.check(waymark.practitioner("claire.fr"), Child.ILONA)
                        .body()
                        .path("matches"))
                .isEmpty();

        // Then: compliance still sees what was done, and not to whom
        var events = new AuditTrail(waymark.compliance("carol.gb"), from)
                .awaitTypes(List.of("identity.erasure.approved", "register.entry.reviewed"));
        assertThat(events).noneMatch(event -> event.toString().contains("Szczepaniak"));
        theLogVerifiesOn(person);
    }

    private static void theLogVerifiesOn(String person) throws SQLException, GeneralSecurityException {
        var book = new LogBook(waymark.sandbox());
        book.awaitNothingWaiting();
        var leaves = book.leaves();
        var last = leaves.stream()
                .filter(leaf -> type(leaf).equals("identity.person.erased"))
                .filter(leaf -> names(leaf, tag(leaves, person)))
                .findFirst()
                .orElseThrow();
        var tag = tag(leaves, person);
        assertThat(leaves.stream().filter(leaf -> leaf.index() > last.index())).noneMatch(leaf -> names(leaf, tag));
        assertThat(leaves.stream().filter(leaf -> names(leaf, tag)).map(ErasureJourneyIT::type))
                .contains("register.person.erased", "referral.person.erased", "identity.person.destroyed");
        assertThat(detailsAbout(tag)).isZero();
        var checkpoint = Checkpoint.open(
                        waymark.anonymous("/api/audit/v1/log/checkpoint").text(),
                        VerifierKey.parse(
                                waymark.anonymous("/api/audit/v1/log/key").text()))
                .orElseThrow();
        assertThat(checkpoint.size()).isGreaterThan(last.index());
        assertThat(Merkle.root(book.leaves().stream()
                        .limit(checkpoint.size())
                        .map(leaf -> Merkle.leafHash(leaf.body()))
                        .toList()))
                .isEqualTo(checkpoint.root());
    }

    /** The tag that stood for the child, by the event of the record's making. */
    private static String tag(List<LogBook.Leaf> leaves, String person) {
        return leaves.stream()
                .map(LogBook.Leaf::event)
                .filter(event -> event.path("type").asText().equals("identity.person.recorded"))
                .filter(event -> event.path("resource").asText().equals(person))
                .map(event -> event.path("subjects").path(0).asText())
                .findFirst()
                .orElseThrow();
    }

    private static String type(LogBook.Leaf leaf) {
        return leaf.event().path("type").asText();
    }

    private static boolean names(LogBook.Leaf leaf, String tag) {
        return subjects(leaf.event()).anyMatch(tag::equals);
    }

    private static Stream<String> subjects(JsonNode event) {
        return event.path("subjects").valueStream().map(JsonNode::asText);
    }

    private static long detailsAbout(String tag) throws SQLException, GeneralSecurityException {
        try (var connection = waymark.sandbox().connect(WaymarkService.AUDIT, DatabaseRole.OWNER);
                var select = connection.prepareStatement("select count(*) from guarded.sealed_detail"
                        + " join guarded.event_subject using (leaf_index) where subject = ?")) {
            select.setString(1, tag);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
