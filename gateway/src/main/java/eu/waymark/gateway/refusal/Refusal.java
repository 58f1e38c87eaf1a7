package eu.waymark.gateway.refusal;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemType;
import java.util.Locale;

/** Every reason for which the gateway answers by itself. The name, in kebab case, is the metric's {@code reason}. */
public enum Refusal {
    TARGET_NOT_CANONICAL(
            CommonProblem.INVALID_REQUEST,
            "Send the path in its plain form: no empty, dot or encoded-slash segments, and no scheme or host."),
    UPGRADE_REFUSED(CommonProblem.INVALID_REQUEST, "This door speaks plain HTTP requests only: leave out Upgrade."),
    AMBIGUOUS_HEADERS(CommonProblem.INVALID_REQUEST, "Send one Authorization header and one Host header."),
    TOKEN_MISSING(CommonProblem.UNAUTHENTICATED, "Send an access token: Authorization: Bearer <token>."),
    TOKEN_REFUSED(
            CommonProblem.UNAUTHENTICATED,
            "The access token is expired, of another issuer or for another audience. Fetch a new one."),
    NO_ROUTE(CommonProblem.NOT_FOUND, "There is nothing here. The API is described at /openapi."),
    METHOD_REFUSED(CommonProblem.METHOD_NOT_ALLOWED, "The Allow header names the methods of this path."),
    BODY_TOO_LARGE(CommonProblem.TOO_LARGE, "The body is larger than this path takes. Send less at once."),
    BODY_TOO_SLOW(GatewayProblem.REQUEST_TIMEOUT, "The body did not arrive in time. Nothing was carried out."),
    RATE_OF_PERSON(CommonProblem.TOO_MANY_REQUESTS, "You send faster than one person may. Retry-After says when."),
    RATE_OF_AGENCY(CommonProblem.TOO_MANY_REQUESTS, "Your agency sends faster than one may. Retry-After says when."),
    RATE_OF_ADDRESS(CommonProblem.TOO_MANY_REQUESTS, "This address sends faster than one may. Retry-After says when."),
    RATE_OF_CODE(CommonProblem.TOO_MANY_REQUESTS, "This code is tried faster than one may. Retry-After says when."),
    SERVICE_AWAY(CommonProblem.UPSTREAM_UNAVAILABLE, "The service behind this path is away. Try again shortly."),
    SERVICE_BUSY(CommonProblem.UPSTREAM_UNAVAILABLE, "The service behind this path is busy. Try again shortly."),
    SERVICE_SLOW(
            GatewayProblem.UPSTREAM_TIMEOUT,
            "The service did not answer in time. A write may have been carried out: repeat it with its Idempotency-Key."),
    ISSUER_AWAY(CommonProblem.UPSTREAM_UNAVAILABLE, "Tokens cannot be checked at the moment. Try again shortly."),
    INTERNAL(CommonProblem.INTERNAL, "Quote the request id to the operator.");

    private final ProblemType type;
    private final String detail;

    Refusal(ProblemType type, String detail) {
        this.type = type;
        this.detail = detail;
    }

    public ProblemType type() {
        return type;
    }

    /** What is wrong and what to do; a constant, so that nothing the caller sent can come back in it. */
    public String detail() {
        return detail;
    }

    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
