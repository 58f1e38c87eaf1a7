package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Searches of many people of many agencies, each of whom asks far less than guards would stop. */
final class Searches {

    private static final int PEOPLE = 2_000;
    private static final int AGENCIES = 100;
    private static final String PURPOSE = "CP-ASSESS";

    /** Questions after which a token is made anew. */
    private static final int GOOD_FOR = 5;

    private final People people;
    private final Issuer issuer;
    private final String[] tokens = new String[PEOPLE];
    private int asked;

    Searches(People people, Issuer issuer) {
        this.people = people;
        this.issuer = issuer;
    }

    /** The next search, by the next person. */
    HttpRequest next(URI service) {
        int person = asked % PEOPLE;
        if (asked / PEOPLE % GOOD_FOR == 0) {
            tokens[person] = issuer.token("person-" + person, "GB-B" + person % AGENCIES, "practitioner", PURPOSE);
        }
        return Asking.request(service.resolve("/api/identity/v1/searches"), tokens[person], PURPOSE)
                .POST(BodyPublishers.ofString(people.search(asked++)))
                .build();
    }
}
