package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Consumer;

/** A draft of somebody whose age is not sure, by a team that met them, for a local authority. */
record Referred(UUID id, UUID person, String team, String local) {

    /** Before there is one. */
    static final Referred NONE = new Referred(new UUID(0, 0), new UUID(0, 0), "", "");

    static final String PATH = "/api/referral/v1/trafficking-referrals";
    private static final String PURPOSE = "CP-TRAFFICKING";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Referred drafted() {
        return drafted(form -> {});
    }

    static Referred drafted(Consumer<ObjectNode> changed) {
        var team = agency("child-protection");
        var local = agency("child-protection");
        var person = Identity.personOf(team);
        Identity.knowsAge(person, "undocumented-claimed-child");
        var draft = worker(team).body(draft(person, form(local, changed))).post(PATH);
        draft.then().statusCode(201);
        return new Referred(UUID.fromString(draft.path("id")), person, team, local);
    }

    static Referred sent() {
        var referred = drafted();
        referred.send(0).then().statusCode(200);
        return referred;
    }

    static String draft(UUID person, ObjectNode form) {
        return JSON.createObjectNode()
                .put("personRecordId", person.toString())
                .set("form", form)
                .toString();
    }

    /** Complete, but for what the test changes. */
    static ObjectNode form(String local, Consumer<ObjectNode> changed) {
        try {
            var form = (ObjectNode) JSON.readTree(Examples.FORM);
            form.put("localAuthority", local);
            changed.accept(form);
            return form;
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("The example is no JSON", malformed);
        }
    }

    static String agency(String type) {
        var code = Directory.newCode();
        Directory.deliver(UUID.randomUUID(), code, "Some agency", "GB", type);
        return code;
    }

    static RequestSpecification worker(String agency) {
        return as("worker", agency, "practitioner");
    }

    static RequestSpecification as(String who, String agency, String role) {
        return of("child-protection", who, agency, role);
    }

    static RequestSpecification of(String type, String who, String agency, String role) {
        var token = Tokens.person(who + "-" + agency)
                .agency(agency)
                .country("GB")
                .agencyType(type)
                .roles(role)
                .purposes(PURPOSE);
        return Workers.asked(Api.as(token, PURPOSE));
    }

    String path() {
        return PATH + "/" + id;
    }

    Response send(int seen) {
        return worker(team).header("If-Match", "\"" + seen + "\"").post(path() + "/sendings");
    }

    Response read() {
        return worker(team).get(path());
    }

    int version() {
        return read().path("version");
    }

    Response decide(RequestSpecification by, String body) {
        return by.header("If-Match", "\"" + version() + "\"").body(body).post(path() + "/decisions");
    }

    Response post(RequestSpecification by, String what, String body) {
        return by.header("If-Match", "\"" + version() + "\"").body(body).post(path() + what);
    }
}
