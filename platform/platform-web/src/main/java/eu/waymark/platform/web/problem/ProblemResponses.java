package eu.waymark.platform.web.problem;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.StatedAccess;
import eu.waymark.platform.web.http.RequestIds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Writes problems as responses, and sees to it that a refusal is on record before its answer leaves. */
@Singleton
class ProblemResponses {

    private final Instance<RefusalTrail> trail;

    ProblemResponses(Instance<RefusalTrail> trail) {
        this.trail = trail;
    }

    Uni<Response> answer(ProblemException problem, ContainerRequestContext request) {
        var caller = caller(request);
        if (caller == null || trail.isUnsatisfied() || problem.type().status() != 403 || problem.isOnRecord()) {
            return Uni.createFrom().item(response(problem, request));
        }
        var refusal = new Refusal(
                caller,
                StatedAccess.of(request::getHeaderString, requestId(request)),
                problem.type().slug(),
                operation(request));
        // Security and filter refusals come on an event loop, where the trail must not block.
        return Uni.createFrom()
                .item(() -> recorded(refusal, problem))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(outcome -> response(outcome, request));
    }

    private ProblemException recorded(Refusal refusal, ProblemException problem) {
        try {
            trail.get().record(refusal);
            return problem;
        } catch (ProblemException unrecorded) {
            return unrecorded;
        }
    }

    private Response response(ProblemException problem, ContainerRequestContext request) {
        var body =
                Problem.of(problem.type(), problem.detail(), requestId(request), problem.errors(), problem.current());
        var response = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body);
        problem.headers().forEach(response::header);
        if (problem.type().status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    String requestId(ContainerRequestContext request) {
        return RequestIds.of(request);
    }

    private static String operation(ContainerRequestContext request) {
        // Path parameters are ids of children's records: only the method and the first four segments are kept.
        var segments = request.getUriInfo().getPath().split("/");
        return request.getMethod() + " "
                + String.join("/", java.util.Arrays.copyOf(segments, Math.min(segments.length, 5)));
    }

    private static @Nullable Caller caller(ContainerRequestContext request) {
        var principal = request.getSecurityContext().getUserPrincipal();
        return principal instanceof JsonWebToken token && token.getSubject() != null ? Caller.of(token) : null;
    }
}
