package eu.waymark.referral.trafficking;

import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Tells identity that there is a doubt about an age: any indicator of trafficking is one (directive 2011/36/EU, article 13(2);
 * invariant 6). A remote call: never inside a transaction.
 */
@ApplicationScoped
class AgeDoubt {

    private static final Logger LOG = Logger.getLogger(AgeDoubt.class);
    private static final String DOUBT = "doubt-raised";

    /** Where there is no doubt yet. In every other state somebody is looking into it, or has, or disputes it. */
    private static final Set<String> WITHOUT_DOUBT = Set.of("documented", "undocumented-claimed-child", DOUBT);

    private final AgeStatusClient identity;

    AgeDoubt(@RestClient AgeStatusClient identity) {
        this.identity = identity;
    }

    /** @return whether identity has it; where not, a referral is sent all the same, and the worker raises it by hand */
    boolean raise(UUID record) {
        try {
            var id = identity.ofRecord(record).id();
            var now = identity.read(id);
            if (WITHOUT_DOUBT.contains(now.state())) {
                identity.move(id, "\"" + now.version() + "\"", new AgeStatusClient.AgeMove(DOUBT, true));
            }
            return true;
        } catch (WebApplicationException refused) {
            LOG.warnf(
                    "Identity was not told of a doubt: status %d",
                    refused.getResponse().getStatus());
            return false;
        } catch (ProcessingException | OidcClientException unreachable) {
            LOG.warn("Identity was not told of a doubt: it gives no answer");
            return false;
        }
    }
}
