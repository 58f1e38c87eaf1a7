package eu.waymark.platform.web.http;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not declare. Ignored, a misspelt filter would narrow nothing, and a list
 * of everything would pass for a list of some.
 */
public class UnknownParameterFilter {

    private final DeclaredParameters declared = new DeclaredParameters();

    /** Behind the purpose: who may not ask at all is told that, and not how to ask. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        declared.of(resource.getResourceMethod()).ifPresent(known -> sent.stream()
                .filter(name -> !known.contains(name))
                .findAny()
                .ifPresent(_ -> {
                    throw problem(known);
                }));
    }

    /** What was sent is not repeated: in the place of a name could stand a child's. */
    private static ProblemException problem(Set<String> known) {
        var others = known.isEmpty() ? "this operation takes none." : "known are: " + String.join(", ", known) + ".";
        return CommonProblem.UNKNOWN_PARAMETER.because("A query parameter is not known here; " + others);
    }
}
