package eu.waymark.register.transfer;

import static eu.waymark.register.transfer.Moves.PURPOSE;
import static eu.waymark.register.transfer.Moves.TRANSFERS;
import static eu.waymark.register.transfer.Moves.accept;
import static eu.waymark.register.transfer.Moves.kent;
import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.read;
import static eu.waymark.register.transfer.Moves.receive;
import static eu.waymark.register.transfer.Moves.withdraw;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused on the way of a transfer, and what it keeps from happening. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class TransferRulesTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void noMeasureEndsWithinATransfer() {
        // Given
        var entry = Moves.entry();
        var id = proposed(entry);
        var end = "{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + LocalDate.now() + "\"}";

        // When / Then
        review(entry, end).statusCode(422).body("code", is("within-transfer"));
        review(entry, end.replace("\"end\"", "\"continue\"").replace("plan-completed", "risk-continues"))
                .statusCode(200);

        // When
        withdraw(kent(), id, 0).statusCode(200);

        // Then
        Api.as(kent(), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body(end)
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
        Moves.propose(kent(), entry, "GB-LEEDS").statusCode(409).body("code", is("illegal-transition"));
    }

    @Test
    void badInputIsToldWhatIsWrong() {
        // Given
        var entry = Moves.entry();

        // Then
        Moves.propose(kent(), entry, "GB-KENT").statusCode(422).body("code", is("no-receiver"));
        Moves.propose(kent(), entry, "GB-CA").statusCode(422).body("code", is("no-receiver"));
        Moves.propose(kent(), entry, "GB-NOBODY").statusCode(422).body("errors.field", hasItem("toAgency"));
        Moves.propose(kent(), entry, "FR-69-CRIP")
                .statusCode(422)
                .body("code", is("no-receiver"))
                .body("detail", containsString("border"));
        Moves.propose(kent(), entry, "leeds").statusCode(422).body("errors.field", hasItem("toAgency"));
        Moves.propose(leeds(), entry, "GB-KENT").statusCode(404);
        Moves.propose(kent(), Moves.unknown(), "GB-LEEDS").statusCode(404);
        read(kent(), Moves.unknown()).statusCode(404);
        var id = proposed(entry);
        Moves.propose(kent(), entry, "GB-LEEDS").statusCode(409).body("code", is("transfer-open"));
        read(Scene.claire("claire-abroad"), id).statusCode(403);
        accept(leeds(), id, 0).statusCode(409).body("detail", containsString("reception"));
        Api.as(leeds(), PURPOSE)
                .post(TRANSFERS + "/" + id + "/reception")
                .then()
                .statusCode(428);
        receive(leeds(), id, 7).statusCode(412);
        receive(kent(), id, 0).statusCode(403);
        receive(leeds(), id, 0).statusCode(200);
        receive(Moves.worker("colin", "GB-LEEDS", "practitioner"), id, 1).statusCode(409);
        Moves.decide(leeds(), id, 1, "{\"decision\":\"accept\"}")
                .statusCode(422)
                .body("errors.field", hasItem("conferenceOn"));
        Moves.decide(leeds(), id, 1, "{\"decision\":\"accept\",\"conferenceOn\":\"2099-01-01\"}")
                .statusCode(422);
        Moves.decide(leeds(), id, 1, "{\"decision\":\"reject\"}")
                .statusCode(422)
                .body("errors.field", hasItem("reason"));
        withdraw(leeds(), id, 1).statusCode(403);
        accept(kent(), id, 1).statusCode(403);
    }

    private static ValidatableResponse review(String entry, String review) {
        return Api.as(kent(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body(review)
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then();
    }
}
