package eu.waymark.referral.rule;

import eu.waymark.clocks.ClockRules;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which rule documents were put in force when, the one that comes with Waymark before all. */
@Singleton
class Publications implements PanacheRepositoryBase<Publication, UUID> {

    static final String IN_FORCE = "in-force";

    private final RulesInForce inForce;

    Publications(RulesInForce inForce) {
        this.inForce = inForce;
    }

    /** A document and from when on it was in force; the first has no such moment. */
    record Edition(Instant validFrom, ClockRules rules) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown version */
    String document(String version) {
        var known = version.equals(IN_FORCE) ? inForce.now().version() : version;
        return find("version", known)
                .firstResultOptional()
                .map(one -> one.document)
                .or(() -> ClockRules.shippedDocument(known))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such version of the rules."));
    }

    /** What comes into force next after a moment, as far as it is published. */
    Optional<ClockRules> after(Instant moment) {
        return find("validFrom > ?1 order by validFrom, publishedAt", moment)
                .firstResultOptional()
                .map(next -> ClockRules.parse(next.document));
    }

    /** Oldest first. */
    List<Edition> editions() {
        var editions = new ArrayList<Edition>();
        editions.add(new Edition(Instant.EPOCH, ClockRules.shipped()));
        list("order by validFrom, publishedAt").stream()
                .map(one -> new Edition(one.validFrom, ClockRules.parse(one.document)))
                .forEach(editions::add);
        return editions;
    }
}
