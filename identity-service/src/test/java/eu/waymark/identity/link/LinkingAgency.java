package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;

/** An agency that links its records, and how. */
final class LinkingAgency {

    static final String AGENCY = "GB-LINKING";
    static final String LINKS = "/api/identity/v1/links";
    static final String IDENTITIES = "/api/identity/v1/identities/";

    private LinkingAgency() {}

    static Tokens worker() {
        return Callers.of(AGENCY, "practitioner", PURPOSE);
    }

    static Tokens supervisor() {
        return Callers.of(AGENCY, "supervisor", PURPOSE);
    }

    static String recorded(String given, String family) {
        return Children.recorded(worker(), named(given, family, "2012-01-02", 2));
    }

    static String link(String one, String other, String verdict) {
        return "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"%s\",\"reason\":\"recorded-twice\"}"
                .formatted(one, other, verdict);
    }

    static ValidatableResponse decide(Tokens by, String one, String other, String verdict) {
        return Api.as(by, PURPOSE).body(link(one, other, verdict)).post(LINKS).then();
    }

    static ValidatableResponse undo(Tokens by, String link, String decision) {
        return Api.as(by, PURPOSE)
                .body(decision)
                .post(LINKS + "/" + link + "/undoing")
                .then();
    }

    static ValidatableResponse read(Tokens by, String path) {
        return Api.as(by, PURPOSE).get(path).then();
    }

    static ValidatableResponse identity(String record) {
        return read(worker(), IDENTITIES + "of-record/" + record).statusCode(200);
    }
}
