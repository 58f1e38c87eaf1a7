package eu.waymark.referral.request;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Workers;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Those who ask and are asked in these tests. */
final class Parties {

    static final String ASKER = "GB-ASK-CSC";
    static final String DESK = "PL-GDA-OPS";
    static final String OTHER = "PL-KRK-OPS";
    static final String AUTHORITY = "PL-MS-CA";
    static final String DANES = "DK-CPH-SF";

    private static final String PURPOSE = "CP-INFO-REQUEST";

    private Parties() {}

    static void areKnown() {
        deliver(ASKER, "GB", "child-protection");
        deliver(DESK, "PL", "child-protection");
        deliver(OTHER, "PL", "child-protection");
        deliver(AUTHORITY, "PL", "central-authority");
        deliver(DANES, "DK", "child-protection");
    }

    static void deliver(String code, String country, String type) {
        Directory.deliver(UUID.randomUUID(), code, code, country, type);
    }

    static RequestSpecification asker() {
        return of(ASKER, "GB", "child-protection");
    }

    static RequestSpecification desk() {
        return of(DESK, "PL", "child-protection");
    }

    static RequestSpecification other() {
        return of(OTHER, "PL", "child-protection");
    }

    static RequestSpecification authority() {
        return of(AUTHORITY, "PL", "central-authority");
    }

    static RequestSpecification stranger() {
        return of("DE-BE-XY", "DE", "child-protection");
    }

    static RequestSpecification of(String agency, String country, String type) {
        var token = Tokens.practitioner(agency, country).agencyType(type).purposes(PURPOSE);
        return Workers.asked(Api.as(token, PURPOSE));
    }
}
