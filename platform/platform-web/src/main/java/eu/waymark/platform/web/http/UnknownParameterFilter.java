package eu.waymark.platform.web.http;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not declare. Ignored, a misspelt filter would narrow nothing, and a list
 * of everything would pass for a list of some.
 */
public class UnknownParameterFilter {

    /** What may be repeated; whatever else somebody sent as a name could be a sentence about a child. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

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
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw problem(unknown, known);
                }));
    }

    private static ProblemException problem(String unknown, Set<String> known) {
        var name = PLAIN.matcher(unknown).matches() ? "The query parameter '" + unknown + "'" : "A query parameter";
        var others = known.isEmpty() ? "this operation takes none." : "known are: " + String.join(", ", known) + ".";
        return CommonProblem.UNKNOWN_PARAMETER.because(name + " is not known here; " + others);
    }
}
