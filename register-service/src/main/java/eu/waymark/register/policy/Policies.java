package eu.waymark.register.policy;

import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.persistence.access.PoliciesInForce;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of the access policy, the one that comes with Waymark among them. */
@Singleton
class Policies implements PanacheRepositoryBase<Policy, UUID> {

    static final String IN_FORCE = "in-force";

    private final PoliciesInForce inForce;

    Policies(PoliciesInForce inForce) {
        this.inForce = inForce;
    }

    AccessPolicy inForce() {
        return inForce.now();
    }

    /** The document of a version, as it was written; empty where there is none. */
    Optional<String> document(String version) {
        return find("version = ?1 order by publishedAt", version)
                .firstResultOptional()
                .map(policy -> policy.document)
                .or(() -> Optional.of(AccessPolicy.shippedDocument())
                        .filter(shipped -> AccessPolicy.shipped().version().equals(version)));
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown version */
    String require(String version) {
        var known = version.equals(IN_FORCE) ? inForce().version() : version;
        return document(known).orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such policy."));
    }

    /** Newest first; one more than asked for. */
    List<Policy> newest(PageRequest page) {
        var query = page.after()
                .map(after -> find(
                        "(publishedAt, id) < (?1, ?2) order by publishedAt desc, id desc", after.time(), after.id()))
                .orElseGet(() -> find("order by publishedAt desc, id desc"));
        return query.range(0, page.limit()).list();
    }
}
