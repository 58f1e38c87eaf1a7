package eu.waymark.platform.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where exceptions become responses. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** What a parameter of ours may be called; whatever else somebody sent is not repeated. */
    private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z]{0,19}");

    private final ProblemResponses responses;
    private final Instance<FaultTranslation> translations;

    ProblemMappers(ProblemResponses responses, Instance<FaultTranslation> translations) {
        this.responses = responses;
        this.translations = translations;
    }

    @ServerExceptionMapper
    public Uni<Response> problem(ProblemException problem, ContainerRequestContext request) {
        return responses.answer(problem, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Uni<Response> unauthenticated(Exception refused, ContainerRequestContext request) {
        return responses.answer(
                CommonProblem.UNAUTHENTICATED.because("Send a valid access token as 'Authorization: Bearer ...'."),
                request);
    }

    @ServerExceptionMapper
    public Uni<Response> forbidden(ForbiddenException refused, ContainerRequestContext request) {
        return responses.answer(
                CommonProblem.FORBIDDEN.because("Your role does not permit this. Ask your manager which role does."),
                request);
    }

    @ServerExceptionMapper
    public Uni<Response> constraints(ConstraintViolationException violated, ContainerRequestContext request) {
        var unreadable = violated.getConstraintViolations().stream()
                .anyMatch(violation ->
                        violation.getConstraintDescriptor().getPayload().contains(Unreadable.class));
        var problem = (unreadable ? CommonProblem.INVALID_REQUEST : CommonProblem.INVALID_FIELDS)
                .because("Correct the fields listed under 'errors'.");
        for (var violation : violated.getConstraintViolations()) {
            problem = problem.at(ConstraintPaths.field(violation), violation.getMessage());
        }
        return responses.answer(problem, request);
    }

    @ServerExceptionMapper
    public Uni<Response> json(MismatchedInputException unreadable, ContainerRequestContext request) {
        var field = JsonPaths.field(unreadable);
        var problem = CommonProblem.INVALID_REQUEST.because(JsonPaths.reason(unreadable));
        return responses.answer(field.isEmpty() ? problem : problem.at(field, "is not understood here"), request);
    }

    @ServerExceptionMapper
    public Uni<Response> json(JsonProcessingException malformed, ContainerRequestContext request) {
        var location = malformed.getLocation();
        var where =
                location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
        return responses.answer(
                CommonProblem.INVALID_REQUEST.because("The body is not valid JSON" + where + "."), request);
    }

    @ServerExceptionMapper
    public Uni<Response> web(WebApplicationException raised, ContainerRequestContext request) {
        // Quarkus REST wraps JSON faults; the cause says more than the wrapper.
        if (raised.getCause() instanceof MismatchedInputException unreadable) {
            return json(unreadable, request);
        }
        if (raised.getCause() instanceof JsonProcessingException malformed) {
            return json(malformed, request);
        }
        var status = raised.getResponse().getStatus();
        // Quarkus REST says 404 of a parameter that cannot be converted; in the query that is the caller's slip.
        if (status == 404
                && raised.getCause() != null
                && !request.getUriInfo().getQueryParameters().isEmpty()) {
            return responses.answer(unreadable(request.getUriInfo().getQueryParameters()), request);
        }
        return responses.answer(HttpProblems.of(status, raised), request);
    }

    /** The fault does not say which parameter it was, so all that were sent are named; never their values. */
    private static ProblemException unreadable(MultivaluedMap<String, String> parameters) {
        var names = parameters.keySet().stream()
                .filter(name -> PARAMETER.matcher(name).matches())
                .sorted()
                .limit(20)
                .toList();
        return CommonProblem.INVALID_REQUEST.because(
                "A query parameter cannot be read; sent were: %s. Times are written 2026-01-31T09:30:00Z, ids and codes as in the API document."
                        .formatted(String.join(", ", names)));
    }

    @ServerExceptionMapper
    public Uni<Response> away(ProcessingException unreachable, ContainerRequestContext request) {
        LOG.warnf("A service is away: %s", Faults.describe(unreachable));
        return responses.answer(
                CommonProblem.UPSTREAM_UNAVAILABLE
                        .because("Try again in a moment; nothing was changed.")
                        .retryAfter(5),
                request);
    }

    @ServerExceptionMapper
    public Uni<Response> unexpected(Exception fault, ContainerRequestContext request) {
        // The message may quote data, so only types and places are logged.
        var known = translations.stream()
                .flatMap(translation -> translation.translate(fault).stream())
                .findFirst();
        if (known.isPresent()) {
            LOG.warnf("Request %s had to be refused: %s", responses.requestId(request), Faults.describe(fault));
            return responses.answer(known.get(), request);
        }
        LOG.errorf("Request %s failed: %s", responses.requestId(request), Faults.describe(fault));
        return responses.answer(
                CommonProblem.INTERNAL.because("Nothing was lost. Quote the request id to the operator."), request);
    }
}
