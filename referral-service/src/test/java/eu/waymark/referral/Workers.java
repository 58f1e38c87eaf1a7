package eu.waymark.referral;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The people of the tests: one works for the sending agency, one for the receiving one, one for neither. */
public final class Workers {

    public static final String LEEDS = "GB-LDS-CSC";
    public static final String LYON = "FR-69-CRIP";
    public static final String BERLIN = "DE-BE-JA";
    public static final String PURPOSE = "CP-ASSESS";

    private Workers() {}

    /** As the gateway passes a request on: with an id. */
    public static RequestSpecification asked(RequestSpecification request) {
        return request.header("Request-Id", UUID.randomUUID());
    }

    public static RequestSpecification leeds() {
        return asked(Api.as(Tokens.practitioner(LEEDS, "GB"), PURPOSE));
    }

    public static RequestSpecification lyon() {
        return asked(Api.as(Tokens.practitioner(LYON, "FR"), PURPOSE));
    }

    public static RequestSpecification berlin() {
        return asked(Api.as(Tokens.practitioner(BERLIN, "DE"), PURPOSE));
    }

    /** Of the sending agency, but in a role that reads no child data. */
    public static RequestSpecification registrar() {
        var token = Tokens.person("registrar-leeds")
                .agency(LEEDS)
                .country("GB")
                .roles("registrar", "compliance", "supervisor")
                .purposes(PURPOSE);
        return asked(Api.as(token, PURPOSE));
    }
}
