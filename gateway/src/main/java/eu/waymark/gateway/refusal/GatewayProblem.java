package eu.waymark.gateway.refusal;

import eu.waymark.platform.web.problem.ProblemType;

/** Problems that only the gateway answers with. */
enum GatewayProblem implements ProblemType {
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not arrive in time"),
    UPSTREAM_TIMEOUT("upstream-timeout", 504, "A service that is needed did not answer in time");

    private final String slug;
    private final int status;
    private final String title;

    GatewayProblem(String slug, int status, String title) {
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
