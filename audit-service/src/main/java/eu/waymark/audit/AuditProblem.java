package eu.waymark.audit;

import eu.waymark.platform.web.problem.ProblemType;

/** Problems that only the audit service has. */
public enum AuditProblem implements ProblemType {
    GAP("gap", 409, "An event before these is missing"),
    EQUIVOCATION("equivocation", 409, "The log already holds another event in this place"),
    INVALID_EVENT("invalid-event", 422, "Not an event in canonical form"),
    LOG_NOT_TRUSTED("log-not-trusted", 503, "The log does not match its own checkpoint"),
    NOT_YET_COVERED("not-yet-covered", 503, "No checkpoint covers this yet");

    private final String slug;
    private final int status;
    private final String title;

    AuditProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
