package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an access whose purpose is not stated, or not open to the caller (architecture, invariants 3 and 7). */
public class PurposeFilter {

    private static final String ENFORCEMENT = "IMMIGRATION-ENFORCEMENT";
    private static final String SERVICE = "service";

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (isFree(resource) || !(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var caller = Caller.of(token);
        if (caller.has(SERVICE)) {
            return;
        }
        var purpose = StatedAccess.of(request::getHeaderString, "").purpose();
        if (purpose == null) {
            throw CommonProblem.PURPOSE_REQUIRED.because(
                    "Say why with the header 'Purpose-Of-Use', for example CP-ASSESS.");
        }
        if (!caller.purposes().contains(purpose)) {
            throw CommonProblem.PURPOSE_NOT_PERMITTED.because("Choose a purpose of use that your account permits.");
        }
        if (purpose.equals(ENFORCEMENT)) {
            throw CommonProblem.PURPOSE_FORBIDDEN.because(
                    "Immigration enforcement reads nothing in a child protection register.");
        }
    }

    private static boolean isFree(ResourceInfo resource) {
        return resource.getResourceClass() == null
                || resource.getResourceMethod().isAnnotationPresent(PurposeFree.class)
                || resource.getResourceClass().isAnnotationPresent(PurposeFree.class);
    }
}
