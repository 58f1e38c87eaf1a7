package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario S2: a child moves from Kent to Leeds, and somebody is responsible at every moment. */
class TransferBetweenCouncilsJourneyIT {

    private static final String MOVEMENTS = "/api/register/v1/movements";

    private static Waymark waymark;

    private final Person sarahInKent = waymark.person("sarah.gb").stating("CP-TRANSFER");
    private final Person tomInLeeds = waymark.person("tom.gb").stating("CP-TRANSFER");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void kentStaysResponsibleUntilLeedsAcceptsAndReadsItsOwnTimeAfterwards() {
        // Given
        var began = Instant.now(Clock.systemUTC());
        var entry = Casework.ENTRIES + "/"
                + Casework.enter(waymark.practitioner("sarah.gb"), Child.KATARINA)
                        .id();

        // When step 1: proposed
        var proposed = sarahInKent
                .post(entry + "/transfers", Transfers.proposal("GB-LEEDS"))
                .expect(201);
        var transfer = Transfers.PATH + proposed.id();

        // Then step 2: Leeds sees neither whom nor whence
        var preview = tomInLeeds.get(transfer).expect(200);
        assertThat(preview.string("country")).isEqualTo("GB");
        assertThat(preview.string("clockRule")).isEqualTo("EN-TIN");
        assertThat(preview.string("dueOn")).isNotBlank();
        assertThat(preview.text()).doesNotContain("KENT").doesNotContain("core group");
        assertThat(tomInLeeds.get(entry).status()).isEqualTo(404);

        // When a named worker takes it
        var received = tomInLeeds
                .having(preview)
                .post(transfer + "/reception", Casework.json())
                .expect(200);

        // Then
        assertThat(received.string("fromAgency")).isEqualTo("GB-KENT");
        assertThat(received.string("summary")).contains("core group");
        assertThat(Transfers.holder(sarahInKent, entry)).isEqualTo("GB-KENT");
        var end = Casework.json()
                .put("decision", "end")
                .put("reason", "plan-completed")
                .put("decidedOn", Casework.today().toString());
        var seen = sarahInKent.get(entry).expect(200);
        assertThat(sarahInKent.having(seen).post(entry + "/reviews", end).code())
                .isEqualTo("within-transfer");

        // When step 3: the conference accepts
        var accepted = tomInLeeds
                .having(received)
                .post(transfer + "/decisions", Transfers.acceptance())
                .expect(200);

        // Then
        assertThat(accepted.string("status")).isEqualTo("accepted");
        assertThat(Transfers.holder(tomInLeeds, entry)).isEqualTo("GB-LEEDS");
        var own = sarahInKent.get(entry).expect(200);
        assertThat(own.string("holder")).isEqualTo("GB-KENT");
        assertThat(own.string("heldUntil")).isNotBlank();
        assertThat(Casework.kinds(Casework.notificationsAbout(sarahInKent, proposed.id())))
                .containsExactly("transfer-accepted", "transfer-received");
        var again = tomInLeeds.having(accepted).post(transfer + "/decisions", Transfers.acceptance());
        assertThat(again.status()).isEqualTo(409);
        new AuditTrail(waymark.compliance("carol.gb"), began).awaitTypes(List.of("register.transfer.proposed"));
    }

    @Test
    void noMeasureCrossesTheBorderByATransfer() {
        var entry = Casework.ENTRIES + "/"
                + Casework.enter(waymark.practitioner("sarah.gb"), Child.LEOPOLD)
                        .id();
        var refused = sarahInKent.post(entry + "/transfers", Transfers.proposal("FR-69-CRIP"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("no-receiver");
        assertThat(Transfers.holder(sarahInKent, entry)).isEqualTo("GB-KENT");
    }

    @Test
    void theFamilyGoesAbroadMeanwhileAndKentStaysResponsibleAndTellsLyon() {
        // Given
        var id = Casework.enter(waymark.practitioner("sarah.gb"), Child.ZSUZSANNA)
                .id();
        var entry = Casework.ENTRIES + "/" + id;
        var transfer = Transfers.proposed(sarahInKent, entry);
        var received = Transfers.received(tomInLeeds, transfer);

        // When
        var report = Casework.json().put("entryId", id).put("kind", "has-moved");
        report.putArray("to").addObject().put("country", "FR").put("agency", "FR-69-CRIP");
        assertThat(tomInLeeds.post(MOVEMENTS, report).status()).isEqualTo(404);
        var moved = sarahInKent.post(MOVEMENTS, report).expect(201);

        // Then
        var claireInLyon = waymark.person("claire.fr").stating("CP-TRANSFER");
        assertThat(Casework.kinds(Casework.notificationsAbout(claireInLyon, moved.id())))
                .containsExactly("movement-notice");
        assertThat(Transfers.holder(sarahInKent, entry)).isEqualTo("GB-KENT");

        // When
        var withdrawn = sarahInKent
                .having(sarahInKent.get(transfer).expect(200))
                .post(transfer + "/withdrawal", Casework.json().put("reason", "child-returned"))
                .expect(200);

        // Then
        assertThat(withdrawn.string("status")).isEqualTo("withdrawn");
        assertThat(tomInLeeds
                        .having(received)
                        .post(transfer + "/decisions", Transfers.acceptance())
                        .status())
                .isIn(409, 412);
        assertThat(tomInLeeds.get(transfer).expect(200).text()).doesNotContain("KENT", id);
        assertThat(Transfers.holder(sarahInKent, entry)).isEqualTo("GB-KENT");
    }

    @Test
    void leedsRejectsAndKentKeepsHerWithTheReason() {
        // Given
        var entry = Casework.ENTRIES + "/"
                + Casework.enter(waymark.practitioner("sarah.gb"), Child.PETRA).id();
        var transfer = Transfers.proposed(sarahInKent, entry);
        var received = Transfers.received(tomInLeeds, transfer);

        // When
        tomInLeeds
                .having(received)
                .post(
                        transfer + "/decisions",
                        Casework.json().put("decision", "reject").put("reason", "child-not-here"))
                .expect(200);

        // Then
        assertThat(Transfers.holder(sarahInKent, entry)).isEqualTo("GB-KENT");
        assertThat(sarahInKent.get(transfer).expect(200).string("decisionReason"))
                .isEqualTo("child-not-here");
        assertThat(tomInLeeds.get(transfer).expect(200).text()).doesNotContain("KENT", "core group");
        assertThat(tomInLeeds.get(entry).status()).isEqualTo(404);
    }
}
