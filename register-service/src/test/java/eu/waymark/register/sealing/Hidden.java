package eu.waymark.register.sealing;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Kent's child who is in danger there, and York, where two workers know of her. */
final class Hidden {

    static final String SEALED = "/api/register/v1/sealed-entries";
    static final String PLAN = "CP-PLAN";
    static final String YORK = "GB-YORK";

    private Hidden() {}

    static void directory() {
        Scene.directory();
        Scene.agency(YORK);
    }

    static Tokens worker(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .roles(role)
                .purposes(PLAN, Scene.ASSESS, "CP-TRANSFER");
    }

    static Tokens sam() {
        return worker("supervisor-sam", "GB-KENT", "supervisor");
    }

    static Tokens nadia(String agency) {
        return worker("nadia-" + agency, agency, "practitioner");
    }

    static Tokens owen(String agency) {
        return worker("owen-" + agency, agency, "practitioner");
    }

    /** An entry of Kent's, opened by Sarah. */
    static String entry(UUID person) {
        return Api.as(Scene.sarah(), PLAN)
                .body(Scene.newEntry(person))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String workers(String agency) {
        return "[{\"subject\":\"nadia-%1$s\",\"name\":\"Nadia Frost\"},{\"subject\":\"owen-%1$s\",\"name\":\"Owen Hale\"}]"
                .formatted(agency);
    }

    static ValidatableResponse seal(Tokens by, String entry, String agency) {
        return seal(by, entry, agency, workers(agency));
    }

    static ValidatableResponse seal(Tokens by, String entry, String agency, String workers) {
        return Api.as(by, PLAN)
                .body("{\"responsible\":\"%s\",\"reason\":\"They know the address.\",\"workers\":%s}"
                        .formatted(agency, workers))
                .post(Scene.ENTRIES + "/" + entry + "/sealings")
                .then();
    }

    /** The truth about an entry, once it is sealed, as its worker finds it. */
    static String sealed(String entry, String agency) {
        seal(sam(), entry, agency).statusCode(204);
        return truth(entry, agency);
    }

    static String truth(String entry, String agency) {
        return Api.as(nadia(agency), PLAN)
                .get(SEALED + "?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.entryId == '" + entry + "' }.id");
    }

    static ValidatableResponse get(Tokens by, String path) {
        return Api.as(by, PLAN).get(path).then();
    }

    static ValidatableResponse post(Tokens by, String path, String body) {
        var request = Api.as(by, PLAN);
        return (body.isEmpty() ? request : request.body(body)).post(path).then();
    }

    /** A check that finds the child, by a French worker with a rate of its own; returns the handle. */
    static String check(Tokens by, UUID person) {
        Scene.found(person, Scene.CERTAIN);
        return Api.as(by, Scene.ASSESS)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    static Tokens anybodyAbroad() {
        return Scene.claire("claire-" + UUID.randomUUID());
    }

    /** Ends what the old agency sees. */
    static void end(String entry) {
        Api.as(Scene.sarah(), PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now().minusYears(2)))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    /** What two who try at once are answered. */
    static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(one);
            var second = pool.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
