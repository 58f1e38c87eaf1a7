package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;

/** An agency that no other test uses, with two who know of a child's two lives and two who do not. */
final class AdoptedChild {

    static final String SEALED = "/api/identity/v1/links/sealed";
    static final String IDENTITIES = "/api/identity/v1/identities/of-record/";

    private final String suffix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    final String agency = "GB-" + suffix;
    final Tokens worker = somebody();
    final Tokens colleague = Callers.of(agency, "supervisor", PURPOSE);
    /** Of another country. */
    final Tokens stranger = Callers.of("NL-" + suffix, "practitioner", PURPOSE).country("NL");

    final String firstId = "first-" + agency;
    final String secondId = "second-" + agency;
    final Tokens first = supervisor(firstId);
    final Tokens second = supervisor(secondId);

    /** Another practitioner, who has not searched for anybody yet. */
    Tokens somebody() {
        return Callers.of(agency, "practitioner", PURPOSE);
    }

    String recorded(String given, String family) {
        return recorded(somebody(), given, family);
    }

    static String recorded(Tokens by, String given, String family) {
        return Children.recorded(by, named(given, family, "2012-06-07", 2));
    }

    String inForce(String one, String other) {
        var id = proposed(one, other).statusCode(201).extract().<String>path("id");
        confirm(second, id, 0).statusCode(200);
        return id;
    }

    /** With a record of another agency, whose supervisor is named. */
    void sealedAcross(String own, String sought) {
        var here = Tokens.person(firstId)
                .agency(agency)
                .country("GB")
                .roles("supervisor", "practitioner")
                .purposes(PURPOSE);
        var there = Tokens.person("there-" + suffix)
                .agency("NL-" + suffix)
                .country("NL")
                .roles("supervisor")
                .purposes(PURPOSE);
        var id = Api.as(here, PURPOSE)
                .body("{\"recordId\":\"%s\",\"handle\":\"%s\",\"reason\":\"new-identity\",\"workers\":[\"there-%s\"]}"
                        .formatted(own, shown(here, sought), suffix))
                .post(SEALED)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        confirm(there, id, 0).statusCode(200);
    }

    /** The handle of the only other agency's record that a search finds. */
    static String shown(Tokens by, String child) {
        return Children.search(by, child).then().statusCode(201).extract().path("candidates.find { !it.own }.handle");
    }

    ValidatableResponse proposed(String one, String other) {
        return proposed(first, one, other);
    }

    ValidatableResponse proposed(Tokens by, String one, String other) {
        return Api.as(by, PURPOSE)
                .body("{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"reason\":\"adoption\",\"workers\":[\"%s\"]}"
                        .formatted(one, other, secondId))
                .post(SEALED)
                .then();
    }

    static ValidatableResponse confirm(Tokens by, String id, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .post(SEALED + "/" + id + "/confirmation")
                .then();
    }

    /** Ends a link in force: one proposes it, the second decides. */
    void end(String id) {
        ending(first, id, 1).statusCode(200).body("status", is("in-force")).body("endingProposed", is(true));
        ending(second, id, 2).statusCode(200).body("status", is("ended"));
    }

    static ValidatableResponse ending(Tokens by, String id, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .post(SEALED + "/" + id + "/ending")
                .then();
    }

    ValidatableResponse openLink(String one, String other) {
        return says("same", one, other);
    }

    ValidatableResponse says(String verdict, String one, String other) {
        return Api.as(worker, PURPOSE)
                .body("{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"%s\",\"reason\":\"recorded-twice\"}"
                        .formatted(one, other, verdict))
                .post("/api/identity/v1/links")
                .then();
    }

    ValidatableResponse identity(String record) {
        return Api.as(worker, PURPOSE).get(IDENTITIES + record).then().statusCode(200);
    }

    private Tokens supervisor(String subject) {
        return Tokens.person(subject)
                .agency(agency)
                .country("GB")
                .roles("supervisor")
                .purposes(PURPOSE);
    }
}
