package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request. */
@RequestScoped
public class CurrentCaller {

    private final CurrentIdentityAssociation identities;

    CurrentCaller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 401 when nobody is signed in */
    public Caller get() {
        if (identities.getIdentity().getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return Caller.of(token);
        }
        throw CommonProblem.UNAUTHENTICATED.because("Send a valid access token as 'Authorization: Bearer ...'.");
    }
}
