package eu.waymark.referral.person;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The person records of the suite, as identity keeps them. A remote call: never inside a transaction. */
@ApplicationScoped
public class PersonRecords {

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final int NOT_FOUND = 404;

    private final IdentityClient identity;

    PersonRecords(@RestClient IdentityClient identity) {
        this.identity = identity;
    }

    /**
     * The person record with that id, empty when there is none.
     *
     * @throws ProblemException {@code upstream-unavailable} when identity gives no answer
     */
    public Optional<PersonRecord> find(UUID id) {
        try {
            return Optional.of(identity.person(id));
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw away();
        } catch (ProcessingException | OidcClientException unreachable) {
            throw away();
        }
    }

    private static ProblemException away() {
        return CommonProblem.UPSTREAM_UNAVAILABLE
                .because("The identity service gives no answer. Nothing was sent; try again.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }
}
