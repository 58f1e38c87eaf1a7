package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.matching.clk.ClkEncoder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Private queries of many agencies, each below its quotas. */
final class PrivateQueries {

    private static final int QUESTIONS_EACH = 10;
    private static final int PEOPLE_OF_AGENCY = 20;
    private static final String PURPOSE = "CP-ASSESS";

    private final People people;
    private final Issuer issuer;
    private final ClkEncoder encoder;
    private final String epoch;
    private final URI address;
    private int asked;
    private int next;

    PrivateQueries(People people, Issuer issuer, ClkEncoder encoder, String epoch, URI service) {
        this.people = people;
        this.issuer = issuer;
        this.encoder = encoder;
        this.epoch = epoch;
        this.address = service.resolve("/api/identity/v1/private-queries");
    }

    /** The next question, about somebody of whom enough is known, for a case of its own. */
    HttpRequest next() {
        var body = people.privateQuery(next++, encoder, epoch);
        while (body == null) {
            body = people.privateQuery(next++, encoder, epoch);
        }
        int person = asked++ / QUESTIONS_EACH;
        var agency = "GB-A" + person / PEOPLE_OF_AGENCY;
        var token = issuer.token("asker-" + person, agency, "practitioner", PURPOSE);
        return Asking.request(address, token, PURPOSE)
                .header("Case-Reference", "2026/" + asked)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
