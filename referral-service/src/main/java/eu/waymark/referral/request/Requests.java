package eu.waymark.referral.request;

import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All requests for information. Reads nothing outside audited work. */
@ApplicationScoped
class Requests implements PanacheRepositoryBase<InformationRequest, UUID> {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended(:key, 1463900486))";

    /** The request that an agency sent before with the same content, if it is not too long ago and was not revoked. */
    Optional<InformationRequest> sentBefore(String agency, List<byte[]> digests, Instant now) {
        // Two deliveries may come at once: the second waits, and finds the first.
        getEntityManager()
                .createNativeQuery(LOCK)
                .setParameter("key", agency + HexFormat.of().formatHex(digests.getLast()))
                .getSingleResult();
        return find(
                        "fromAgency = :agency and contentDigest in :digests and duplicateUntil > :now and status <> :revoked",
                        Parameters.with("agency", agency)
                                .and("digests", digests)
                                .and("now", now)
                                .and("revoked", RequestStatus.REVOKED))
                .firstResultOptional();
    }

    /** The agency's requests, newest first, one more than the page asks for. */
    List<RequestSummary> of(String agency, RequestFilter filter, PageRequest page) {
        var conditions = new ArrayList<String>();
        var values = Parameters.with("agency", agency);
        conditions.add(filter.direction().map(direction -> direction.condition).orElse(RequestDirection.ANY));
        filter.status().ifPresent(status -> {
            conditions.add("status = :status");
            values.and("status", status);
        });
        page.after().ifPresent(last -> {
            conditions.add("(sentAt, id) < (:time, :id)");
            values.and("time", last.time()).and("id", last.id());
        });
        return find(String.join(" and ", conditions), Sort.descending("sentAt", "id"), values)
                .project(RequestSummary.class)
                .range(0, page.limit())
                .list();
    }
}
