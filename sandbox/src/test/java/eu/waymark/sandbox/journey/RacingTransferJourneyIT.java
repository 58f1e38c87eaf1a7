package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bad paths of S2: two who accept at once, and a bank holiday on the way. */
class RacingTransferJourneyIT {

    private static final String RULES = "/api/referral/v1/rules";
    private static final String ENGLAND = "/api/referral/v1/clocks?rule=EN-TIN&place=GB-ENG&start=";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-TRANSFER");
    private final Person tomInLeeds = waymark.person("tom.gb").stating("CP-TRANSFER");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void ofTwoAcceptancesAtOnceOneCountsAndOfTwoChildrenBoth() throws InterruptedException {
        // Given
        var contested = Transfers.proposed(sarahInKent, entered(Child.MAJA));
        var another = Transfers.proposed(sarahInKent, entered(Child.ANATOLE));
        assertThat(kinds(tomInLeeds, contested)).containsExactly("transfer-proposed");
        var seen = Transfers.received(tomInLeeds, contested);
        var ofTheOther = Transfers.received(tomInLeeds, another);

        // When
        var answers = atOnce(
                () -> accepted(contested, seen), () -> accepted(contested, seen), () -> accepted(another, ofTheOther));

        // Then
        assertThat(answers.subList(0, 2)).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.getLast().status()).isEqualTo(200);
        assertThat(kinds(sarahInKent, contested)).containsExactly("transfer-accepted", "transfer-received");
        for (var transfer : List.of(contested, another)) {
            var entry = Casework.ENTRIES + "/"
                    + tomInLeeds.get(transfer).expect(200).string("entryId");
            assertThat(Transfers.holder(tomInLeeds, entry)).isEqualTo("GB-LEEDS");
            assertThat(sarahInKent.get(entry).expect(200).string("heldUntil")).isNotBlank();
        }
    }

    @Test
    void aBankHolidayShiftsTheDayUntilItIsTakenBack() {
        // Given
        var entry = entered(Child.RHIANNON);
        var usual = dueOn(entry);
        var rita = waymark.person("rita.reg");
        var before = rita.get(RULES + "/documents/in-force").expect(200);

        // When: two registrars give a holiday on that very day
        try {
            publish(withHoliday(before, usual));
            var shifted = await().atMost(SOON).until(() -> dueOn(entry), day -> !day.equals(usual));

            // Then: it is due a working day later, and the clock says why
            assertThat(shifted).isAfter(usual);
            var explained =
                    tomInLeeds.get(ENGLAND + Instant.now(Clock.systemUTC())).expect(200);
            assertThat(explained.string("dueOn")).isEqualTo(shifted.toString());
            assertThat(explained.text()).contains("Jubilee of the tests");
        } finally {
            publish(before.body().path("document"));
        }
        await().atMost(SOON).until(() -> dueOn(entry), usual::equals);
    }

    private static String entered(Child child) {
        return Casework.ENTRIES + "/"
                + Casework.enter(waymark.practitioner("sarah.gb"), child).id();
    }

    private static List<String> kinds(Person by, String transfer) {
        return Casework.kinds(Casework.notificationsAbout(by, transfer.substring(Transfers.PATH.length())));
    }

    private Answer accepted(String transfer, Answer seen) {
        return tomInLeeds.having(seen).post(transfer + "/decisions", Transfers.acceptance());
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... requests) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(requests.length)) {
            return threads.invokeAll(List.of(requests)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /** By when a transfer that is proposed now is to be decided. */
    private LocalDate dueOn(String entry) {
        var transfer = Transfers.proposed(sarahInKent, entry);
        var due = sarahInKent.get(transfer).expect(200).string("dueOn");
        Transfers.withdrawn(sarahInKent, transfer, "proposed-by-mistake");
        return LocalDate.parse(due);
    }

    private static ObjectNode withHoliday(Answer inForce, LocalDate day) {
        var document = (ObjectNode) inForce.body().path("document").deepCopy();
        document.put("version", "jubilee-" + UUID.randomUUID());
        document.withArray("extraHolidays")
                .addObject()
                .put("place", "GB-ENG")
                .put("date", day.toString())
                .put("name", "Jubilee of the tests");
        return document;
    }

    /** One registrar proposes, and another confirms. */
    private static void publish(JsonNode document) {
        var rita = waymark.person("rita.reg");
        var proposal = rita.having(rita.get(RULES + "/documents/in-force").expect(200))
                .put(
                        RULES + "/documents/" + document.path("version").asText(),
                        Casework.json().set("document", document))
                .expect(202);
        waymark.person("greta.reg")
                .post(RULES + "/proposals/" + proposal.id() + "/confirmations", Casework.json())
                .expect(200);
    }
}
