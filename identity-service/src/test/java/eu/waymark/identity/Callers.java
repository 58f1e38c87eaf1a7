package eu.waymark.identity;

import eu.waymark.platform.testing.Tokens;
import java.util.UUID;

/** People and programs of the tests. Each is somebody new, so that no test uses up another's searches. */
public final class Callers {

    private Callers() {}

    public static Tokens leeds() {
        return person("practitioner", "CP-ASSESS").agency("GB-LDS").country("GB");
    }

    public static Tokens lyon() {
        return person("practitioner", "CP-ASSESS").agency("FR-69-CRIP").country("FR");
    }

    public static Tokens leedsSystem() {
        return person("system", "SYSTEM").agency("GB-LDS").country("GB").client("leeds-portal");
    }

    /** Somebody who may do nothing but ask why. */
    public static Tokens compliance() {
        return person("compliance", "AUDIT").agency("GB-LDS").country("GB");
    }

    /** A caller of an agency that no other test uses. */
    public static Tokens of(String agency, String role, String purpose) {
        return person(role, purpose).agency(agency).country("GB");
    }

    private static Tokens person(String role, String purpose) {
        return Tokens.person(role + "-" + UUID.randomUUID()).roles(role).purposes(purpose, "IMMIGRATION-ENFORCEMENT");
    }
}
