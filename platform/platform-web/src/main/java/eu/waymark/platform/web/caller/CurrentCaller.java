package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
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
        throw unauthenticated();
    }

    /** The code of the desk at which the caller works; empty where the issuer does not say. */
    public String desk() {
        if (identities.getIdentity().getPrincipal() instanceof JsonWebToken token) {
            return Caller.text(token, "desk");
        }
        throw unauthenticated();
    }

    private static ProblemException unauthenticated() {
        return CommonProblem.UNAUTHENTICATED.because("Send a valid access token as 'Authorization: Bearer ...'.");
    }
}
