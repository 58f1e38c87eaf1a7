package eu.waymark.platform.persistence.audit;

/** What was done, with the codes of FHIR AuditEvent. */
public enum Action {
    CREATE("C"),
    READ("R"),
    UPDATE("U"),
    DELETE("D"),
    EXECUTE("E");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether something is different afterwards, and not only known. */
    boolean changes() {
        return this == CREATE || this == UPDATE || this == DELETE;
    }
}
