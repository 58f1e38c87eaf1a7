package eu.waymark.identity.erasure;

import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Relayed;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;

/** Two people of an agency, and what they do to erase a record. */
record Erasing(String person, Tokens proposer, Tokens approver) {

    static final String PURPOSE = "SUBJECT-ACCESS";
    private static final String FALSE_REPORT = "{\"legalBasis\":\"gdpr-17-1-d\",\"reason\":\"false-report\"}";

    static Erasing of(String agency, String person) {
        return new Erasing(person, Callers.of(agency, "supervisor", PURPOSE), Callers.of(agency, "manager", PURPOSE));
    }

    String path() {
        return "/api/identity/v1/persons/" + person + "/erasure";
    }

    ValidatableResponse propose(Tokens by) {
        return Api.as(by, PURPOSE).body(FALSE_REPORT).post(path()).then();
    }

    ValidatableResponse approve(Tokens by) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"0\"")
                .post(path() + "/approval")
                .then();
    }

    ValidatableResponse withdraw(Tokens by) {
        return Api.as(by, PURPOSE).header("If-Match", "\"0\"").delete(path()).then();
    }

    ValidatableResponse read(Tokens by) {
        return Api.as(by, PURPOSE).get(path()).then();
    }

    /** Proposed by one and approved by the other; the id of the erasure is returned. */
    UUID decided() {
        propose(proposer).statusCode(201);
        return UUID.fromString(approve(approver).statusCode(200).extract().path("id"));
    }

    static ValidatableResponse confirm(String service, UUID erasure) {
        return Api.as(Tokens.service(service))
                .post("/internal/v1/erasures/" + erasure + "/confirmations")
                .then();
    }

    /** Decided, and let go of by the other services. */
    UUID confirmed() throws SQLException {
        var erasure = decided();
        Relayed.facts();
        confirm("register-service", erasure).statusCode(204);
        confirm("referral-service", erasure).statusCode(204);
        return erasure;
    }

    void erased(CompletingErasures completing) throws SQLException {
        confirmed();
        for (var step = 0; step < 3; step++) {
            turns(completing, 2);
            Relayed.events();
        }
        turns(completing, 1);
        read(proposer()).body("status", is("completed"));
    }

    static void turns(CompletingErasures completing, int count) {
        for (var turn = 0; turn < count; turn++) {
            completing.run();
        }
    }
}
