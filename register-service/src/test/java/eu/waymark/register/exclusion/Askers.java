package eu.waymark.register.exclusion;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.Response;
import java.util.UUID;

/** Who asks for a child of Kent's, and who is kept from it. */
final class Askers {

    private Askers() {}

    /** A new entry of Kent's for this record, as its path. */
    static String entered(Tokens by, UUID person) {
        return ENTRIES + "/"
                + Api.as(by, "CP-PLAN")
                        .body(Scene.newEntry(person))
                        .post(ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    static String exclude(String entry, String kind, String party) {
        return tryToExclude(entry, supervisor(), kind, party)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response tryToExclude(String entry, Tokens by, String kind, String party) {
        return Api.as(by, "CP-PLAN")
                .body("{\"kind\":\"%s\",\"party\":\"%s\",\"reason\":\"relative\"}".formatted(kind, party))
                .post(entry + "/exclusions");
    }

    static Response ask(Tokens by) {
        return Api.as(by, ASSESS).body(ANNA).post(CHECKS);
    }

    static Response list(Tokens reader, String path) {
        return Api.as(reader, "CP-PLAN").queryParam("limit", 200).get(path);
    }

    static Tokens supervisor() {
        return worker("supervisor-GB-KENT", "supervisor");
    }

    static Tokens worker(String name, String role) {
        return Tokens.person(name).agency("GB-KENT").country("GB").roles(role).purposes("CP-PLAN", ASSESS);
    }
}
