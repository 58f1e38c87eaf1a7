package eu.waymark.audit;

import eu.waymark.platform.web.problem.ProblemType;

/** Problems that only the audit service has. */
public enum AuditProblem implements ProblemType {
    GAP("gap", 409, "An event before these is missing"),
    EQUIVOCATION("equivocation", 409, "The log already holds another event in this place"),
    BROKEN_CHAIN("broken-chain", 409, "The event does not follow the one before it"),
    EPOCH_CLOSED("epoch-closed", 409, "The source has begun a later epoch"),
    INVALID_EVENT("invalid-event", 422, "Not an event in canonical form"),
    INVALID_CHECKPOINT("invalid-checkpoint", 422, "Not a checkpoint of this log"),
    NOT_RESTORABLE("not-restorable", 409, "Another leaf was brought for this place, or none is missing"),
    DETAILS_ERASED("details-erased", 410, "The details of the event have been erased"),
    DETAILS_ALTERED("details-altered", 500, "The details are not those that the event vouches for"),
    DETAILS_UNREADABLE("details-unreadable", 500, "No key opens the details of the event"),
    BUSY("busy", 503, "More events than the log takes at a time"),
    NOT_WRITTEN("not-written", 503, "It is not known whether the events were written"),
    LOG_AWAITING_WITNESSES("log-awaiting-witnesses", 503, "The log waits for its witnesses"),
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
