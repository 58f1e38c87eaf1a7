package eu.waymark.platform.web.problem;

import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;

/** Gives the framework's own refusals (unknown path, wrong media type, ...) the suite's wording. */
final class HttpProblems {

    private static final Logger LOG = Logger.getLogger(HttpProblems.class);

    private HttpProblems() {}

    static ProblemException of(int status, WebApplicationException raised) {
        return switch (status) {
            case 400 ->
                CommonProblem.INVALID_REQUEST.because("Check parameters and body against the OpenAPI document.");
            case 401 -> CommonProblem.UNAUTHENTICATED.because("Send a valid access token.");
            case 403 -> CommonProblem.FORBIDDEN.because("Your role does not permit this.");
            case 404 -> CommonProblem.NOT_FOUND.because("There is nothing here, or nothing that you may know of.");
            case 405 ->
                CommonProblem.METHOD_NOT_ALLOWED.because("See the OpenAPI document for the methods of this path.");
            case 406 -> CommonProblem.NOT_ACCEPTABLE.because("Ask for application/json.");
            case 413 -> CommonProblem.TOO_LARGE.because("Send less at once.");
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE.because("Send application/json.");
            default -> {
                LOG.errorf("Unexpected status %d: %s", status, Faults.describe(raised));
                yield CommonProblem.INTERNAL.because("Nothing was lost. Quote the request id to the operator.");
            }
        };
    }
}
