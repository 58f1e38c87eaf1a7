package eu.waymark.platform.testing;

import java.util.ArrayList;
import java.util.List;

/** Somebody as whom every operation is tried, and the purpose that they state; empty where they state none. */
record TriedCaller(String token, String purpose) {

    private static final String ENFORCEMENT = "IMMIGRATION-ENFORCEMENT";

    private static final String[] PURPOSES = {
        "CP-ASSESS", "AUDIT", "SYSTEM", "STATISTICS", "INSPECTION", "SUBJECT-ACCESS", ENFORCEMENT
    };

    private static final List<String> ROLES = List.of(
            "practitioner",
            "supervisor",
            "manager",
            "central-authority",
            "registrar",
            "compliance",
            "system",
            "operator");

    private static final String NONE = "";

    static List<TriedCaller> everyRole() {
        var callers = new ArrayList<TriedCaller>();
        for (var role : List.of("practitioner", "supervisor", "manager", "registrar", "operator")) {
            callers.add(of(role, "child-protection", "CP-ASSESS"));
        }
        callers.add(of("central-authority", "central-authority", "CP-ASSESS"));
        callers.add(of("compliance", "child-protection", "AUDIT"));
        callers.add(of("system", "child-protection", "SYSTEM"));
        callers.add(of("practitioner", "child-protection", NONE));
        callers.add(of("compliance", "child-protection", NONE));
        for (var service : List.of("register-service", "referral-service", "identity-service", "audit-service")) {
            callers.add(new TriedCaller(Tokens.service(service), "SYSTEM"));
        }
        return callers;
    }

    /** Those of an immigration enforcement agency with purposes of others, and those of others with its purpose. */
    static List<TriedCaller> enforcers() {
        var callers = new ArrayList<TriedCaller>();
        for (var role : ROLES) {
            callers.add(of(role, "immigration-enforcement", "CP-ASSESS"));
            callers.add(of(role, typeOf(role), ENFORCEMENT));
        }
        callers.add(of("compliance", "immigration-enforcement", "AUDIT"));
        callers.add(of("system", "immigration-enforcement", "SYSTEM"));
        return callers;
    }

    /** One who protects children, as the twin of those. */
    static List<TriedCaller> protector() {
        return List.of(of("practitioner", "child-protection", "CP-ASSESS"));
    }

    private static String typeOf(String role) {
        return role.equals("central-authority") ? role : "child-protection";
    }

    private static TriedCaller of(String role, String agencyType, String purpose) {
        var token = Tokens.person("tries-" + role)
                .agency("GB-TRIES")
                .country("GB")
                .agencyType(agencyType)
                .roles(role)
                .purposes(PURPOSES);
        return new TriedCaller(token.sign(), purpose);
    }
}
