package eu.waymark.platform.web.problem;

/** Problems that every service can answer with. */
public enum CommonProblem implements ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request cannot be read"),
    UNKNOWN_PARAMETER("unknown-parameter", 400, "A query parameter is not known here"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "Not permitted"),
    PURPOSE_REQUIRED("purpose-required", 403, "A purpose of use is required"),
    PURPOSE_NOT_PERMITTED("purpose-not-permitted", 403, "This purpose of use is not open to the caller"),
    PURPOSE_FORBIDDEN("purpose-forbidden", 403, "This purpose of use reads nothing here"),
    LEGAL_BASIS_REQUIRED("legal-basis-required", 403, "A legal basis is required"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
    CONFLICT("conflict", 409, "The request conflicts with the current state"),
    ERASED("erased", 410, "The person record has been erased"),
    STALE("stale", 412, "The resource has changed since it was read"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Media type not supported"),
    INVALID_FIELDS("invalid-fields", 422, "Some fields are not valid"),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "The idempotency key was used for another request"),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is required"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    AUDIT_UNAVAILABLE("audit-unavailable", 503, "The access cannot be recorded, so it is refused"),
    DATABASE_UNAVAILABLE("database-unavailable", 503, "The service's database is away or too busy"),
    UPSTREAM_UNAVAILABLE("upstream-unavailable", 503, "A service that is needed is away");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
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
