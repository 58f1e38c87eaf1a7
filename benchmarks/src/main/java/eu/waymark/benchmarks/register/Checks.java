package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.identity.People;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The one question, asked by many people of many agencies of two countries, each far below what would be a flood. */
final class Checks {

    private static final int PEOPLE = 2_000;
    private static final int AGENCIES = 100;
    private static final String PURPOSE = "CP-ASSESS";

    /** Questions after which a token is made anew. */
    private static final int GOOD_FOR = 3;

    private final People people;
    private final Issuer issuer;
    private final String[] tokens = new String[PEOPLE];
    private int asked;

    Checks(People people, Issuer issuer) {
        this.people = people;
        this.issuer = issuer;
    }

    /** The next check, by the next person. */
    HttpRequest next(URI service) {
        int person = asked % PEOPLE;
        if (asked / PEOPLE % GOOD_FOR == 0) {
            var agency = (person % 2 == 0 ? "GB-B" : "FR-B") + person % AGENCIES;
            tokens[person] = issuer.token("person-" + person, agency, "practitioner", PURPOSE);
        }
        return Asking.request(service.resolve("/api/register/v1/checks"), tokens[person], PURPOSE)
                .POST(BodyPublishers.ofString(people.search(asked++)))
                .build();
    }
}
