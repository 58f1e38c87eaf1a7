package eu.waymark.platform.persistence.clock;

import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.InvalidRulesException;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.clock.RulePublications.Publication;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** The referral service has published rules of clocks: from then on clocks run by them here too. */
@Singleton
class RulesPublished implements FactHandler {

    private final RulePublications publications;

    RulesPublished(RulePublications publications) {
        this.publications = publications;
    }

    @Override
    public String type() {
        return "rules.published";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        publications.keep(new Publication(
                UUID.fromString(fact.data().required("id").asText()),
                fact.data().required("version").asText(),
                readable(fact.data().required("document").toString()),
                Instant.parse(fact.data().required("validFrom").asText()),
                Instant.parse(fact.data().required("publishedAt").asText())));
    }

    private static String readable(String document) {
        try {
            ClockRules.parse(document);
            return document;
        } catch (InvalidRulesException unreadable) {
            throw new IllegalArgumentException("Not rules of this version of Waymark", unreadable);
        }
    }
}
