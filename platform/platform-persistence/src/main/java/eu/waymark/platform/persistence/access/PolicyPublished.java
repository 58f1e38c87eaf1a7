package eu.waymark.platform.persistence.access;

import eu.waymark.access.AccessPolicy;
import eu.waymark.access.InvalidPolicyException;
import eu.waymark.platform.persistence.access.Publications.Publication;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The register has published an access policy: from then on it decides here too. */
@Singleton
class PolicyPublished implements FactHandler {

    private final Publications publications;

    PolicyPublished(Publications publications) {
        this.publications = publications;
    }

    @Override
    public String type() {
        return "policy.published";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        publications.keep(new Publication(
                fact.id(),
                fact.data().required("version").asText(),
                readable(fact.data().required("document").toString()),
                Instant.parse(fact.data().required("validFrom").asText()),
                Instant.parse(fact.data().required("publishedAt").asText())));
    }

    private static String readable(String document) {
        try {
            AccessPolicy.parse(document);
            return document;
        } catch (InvalidPolicyException unreadable) {
            throw new IllegalArgumentException("Not a policy of this version of Waymark", unreadable);
        }
    }
}
