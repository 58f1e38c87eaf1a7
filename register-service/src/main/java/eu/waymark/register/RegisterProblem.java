package eu.waymark.register;

import eu.waymark.platform.web.problem.ProblemType;

/** Problems that are the register's own. */
public enum RegisterProblem implements ProblemType {
    NO_AGREEMENT("no-agreement", 403, "No agreement between these countries covers this"),
    SECOND_REGISTRAR_NEEDED("second-registrar-needed", 403, "Another registrar has to decide this"),
    STALE_PROPOSAL("stale-proposal", 409, "What it changes has changed meanwhile"),
    BASIS_NOT_IN_FORCE("basis-not-in-force", 403, "This basis is not in force between these countries"),
    DISCLOSURE_REVOKED("disclosure-revoked", 410, "What was disclosed has been revoked"),
    ALREADY_ENTERED("already-entered", 409, "The child already has an active entry"),
    ILLEGAL_TRANSITION("illegal-transition", 409, "This cannot be done in the current state"),
    TRANSFER_OPEN("transfer-open", 409, "A transfer is open already"),
    NOT_CONFIRMED("not-confirmed", 409, "The match is not confirmed"),
    HANDLE_EXPIRED("handle-expired", 410, "The match is no longer available"),
    EMERGENCY_EXPIRED("emergency-expired", 410, "The emergency access has ended"),
    AGENCY_HOLDS("agency-holds", 409, "The agency is responsible for children"),
    TOO_MANY_CHECKS("too-many-checks", 429, "Too many checks"),
    UNSAFE_DESTINATION("unsafe-destination", 422, "This destination may not be called"),
    UNKNOWN_CODE("unknown-code", 422, "A code is not in the directory"),
    NOBODY_TO_TELL("nobody-to-tell", 422, "Nobody there can be told"),
    PROTECTION_CLAIMED("protection-claimed", 422, "Protection is claimed from this country"),
    NO_NAMED_WORKER("no-named-worker", 422, "Nobody is named on the entry"),
    NO_RECEIVER("no-receiver", 422, "This agency cannot become responsible"),
    NOT_WATCHED("not-watched", 403, "Nobody would watch over this look"),
    ENDS_NO_PROTECTION("ends-no-protection", 422, "This ends no protection"),
    WITHIN_TRANSFER("within-transfer", 422, "A measure does not end within a transfer");

    private final String slug;
    private final int status;
    private final String title;

    RegisterProblem(String slug, int status, String title) {
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
