package eu.waymark.register.transfer;

import static eu.waymark.register.transfer.Moves.PURPOSE;
import static eu.waymark.register.transfer.Moves.TRANSFERS;
import static eu.waymark.register.transfer.Moves.accept;
import static eu.waymark.register.transfer.Moves.kent;
import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.read;
import static eu.waymark.register.transfer.Moves.readEntry;
import static eu.waymark.register.transfer.Moves.receive;
import static eu.waymark.register.transfer.Moves.reject;
import static eu.waymark.register.transfer.Moves.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario S2: responsibility passes from one council to the other. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class TransfersTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void onlyTheAcceptanceMovesTheHolder() throws SQLException {
        // Given
        var entry = Moves.entry();

        // When proposed
        var id = proposed(entry);

        // Then
        readEntry(kent(), entry).statusCode(200).body("holder", is("GB-KENT"));
        readEntry(leeds(), entry).statusCode(404);

        // When received
        receive(leeds(), id, 0).statusCode(200).body("status", is("received"));

        // Then
        readEntry(kent(), entry).body("holder", is("GB-KENT")).body("heldUntil", nullValue());
        readEntry(leeds(), entry).statusCode(404);

        // When accepted
        accept(leeds(), id, 1)
                .statusCode(200)
                .body("status", is("accepted"))
                .body("conferenceOn", is(LocalDate.now().toString()));

        // Then
        readEntry(leeds(), entry).statusCode(200).body("holder", is("GB-LEEDS"));
        assertThat(Scene.events("tom"))
                .contains("register.transfer.received")
                .contains("register.transfer.decided")
                .contains("\"decision\":\"accept\"");
    }

    @Test
    void beforeAWorkerTakesItNeitherChildNorPlaceIsShown() {
        // Given
        var id = proposed();

        // When
        var preview = read(leeds(), id);

        // Then
        preview.statusCode(200)
                .body("country", is("GB"))
                .body("measure.commonClass", is("registered-plan"))
                .body("risk", is("high"))
                .body("fromAgency", nullValue())
                .body("entryId", nullValue())
                .body("summary", nullValue())
                .body("harms", nullValue());
        assertThat(preview.extract().asString()).doesNotContain("KENT");
        Api.as(leeds(), PURPOSE)
                .queryParam("open", true)
                .get(Scene.NOTIFICATIONS)
                .then()
                .body("items.findAll { it.reference == '" + id + "' }.kind", hasItem("transfer-proposed"))
                .body("items.findAll { it.reference == '" + id + "' }.fromAgency", everyItem(is("GB")))
                .body("items.findAll { it.reference == '" + id + "' }.fromName", everyItem(nullValue()));

        // When
        receive(leeds(), id, 0).statusCode(200);

        // Then: the worker who took it and who answers for it see whom it is about, a colleague does not
        read(leeds(), id)
                .body("fromAgency", is("GB-KENT"))
                .body("entryId", notNullValue())
                .body("summary", containsString("Core group"));
        read(Moves.worker("mary", "GB-LEEDS", "manager"), id).body("entryId", notNullValue());
        read(Moves.worker("colin", "GB-LEEDS", "practitioner"), id).body("entryId", nullValue());
    }

    @Test
    void aRejectionAndAWithdrawalTakeBackWhatWasShown() {
        // Given
        var entry = Moves.entry();
        var rejected = proposed(entry);
        receive(leeds(), rejected, 0);

        // When
        reject(leeds(), rejected, 1).statusCode(200).body("decisionReason", is("child-not-here"));

        // Then
        read(leeds(), rejected).body("entryId", nullValue()).body("fromAgency", nullValue());
        read(kent(), rejected).body("status", is("rejected")).body("decisionReason", is("child-not-here"));
        readEntry(kent(), entry).body("holder", is("GB-KENT"));

        // When
        var withdrawn = proposed(entry);
        receive(leeds(), withdrawn, 0);
        withdraw(kent(), withdrawn, 1).statusCode(200).body("status", is("withdrawn"));

        // Then
        read(leeds(), withdrawn).body("entryId", nullValue());
        accept(leeds(), withdrawn, 2).statusCode(409).body("code", is("illegal-transition"));
        readEntry(kent(), entry).body("holder", is("GB-KENT"));
    }

    @Test
    void theFormerHolderReadsWhatWasSoInItsOwnTimeAndNothingLater() {
        // Given
        var entry = Moves.entry();
        var id = proposed(entry);
        receive(leeds(), id, 0);
        accept(leeds(), id, 1).statusCode(200);

        // When Leeds reviews
        Api.as(leeds(), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);

        // Then
        readEntry(kent(), entry)
                .statusCode(200)
                .body("status", is("active"))
                .body("holder", is("GB-KENT"))
                .body("heldUntil", notNullValue())
                .body("endReason", nullValue());
        readEntry(leeds(), entry).body("status", is("ended"));
        read(kent(), id).body("status", is("accepted")).body("summary", containsString("Core group"));
        Api.as(kent(), "CP-PLAN").get(Scene.ENTRIES + "/" + entry).then().statusCode(403);
        Api.as(kent(), PURPOSE)
                .get(Scene.ENTRIES + "/" + entry + "/history")
                .then()
                .statusCode(404);
        Api.as(leeds(), PURPOSE)
                .get(Scene.ENTRIES + "/" + entry + "/history")
                .then()
                .statusCode(200)
                .body("items.version", is(List.of(2, 1, 0)))
                .body("items.holder", is(List.of("GB-LEEDS", "GB-LEEDS", "GB-KENT")));
        Api.as(kent(), PURPOSE)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"continue\",\"reason\":\"risk-continues\",\"decidedOn\":\"" + LocalDate.now()
                        + "\"}")
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(404);
    }

    @Test
    void eachSideListsItsOwnAndNobodyElse() {
        // Given
        var id = proposed();
        var mine = "items.findAll { it.id == '" + id + "' }.size()";

        // Then
        list(kent(), "outgoing").body(mine, is(1));
        list(kent(), "incoming").body(mine, is(0));
        list(leeds(), "incoming")
                .body(mine, is(1))
                .body("items.find { it.id == '" + id + "' }.entryId", nullValue())
                .body("items.summary", everyItem(nullValue()));
        list(kent(), "outgoing")
                .body("items.find { it.id == '" + id + "' }.entryId", notNullValue())
                .body("items.summary", everyItem(nullValue()));
        list(Moves.worker("rik", "NL-ROT-JB", "practitioner"), "both").body("items.size()", is(0));
        Api.as(kent(), PURPOSE)
                .queryParam("direction", "sideways")
                .get(TRANSFERS)
                .then()
                .statusCode(422);
        withdraw(kent(), id, 0).statusCode(200);
        Api.as(kent(), PURPOSE)
                .queryParam("open", true)
                .queryParam("limit", 200)
                .get(TRANSFERS)
                .then()
                .body(mine, is(0));
    }

    private static ValidatableResponse list(Tokens by, String direction) {
        return Api.as(by, PURPOSE)
                .queryParam("direction", direction)
                .get(TRANSFERS)
                .then()
                .statusCode(200);
    }
}
