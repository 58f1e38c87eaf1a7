package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.register.disclosure.DisclosuresResource.Decision;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that reach those who really work with a hidden child. The asker gets their decision as any other: from the country,
 * with the content of the entry that everybody sees. Only within audited work.
 */
@Singleton
public class RequestsBehindSeal {

    private final Disclosures disclosures;
    private final DecidingDisclosure deciding;

    RequestsBehindSeal(Disclosures disclosures, DecidingDisclosure deciding) {
        this.disclosures = disclosures;
        this.deciding = deciding;
    }

    public List<DisclosureView> view(List<UUID> ids) {
        return disclosures.list("id in ?1 order by askedAt desc, id desc", ids).stream()
                .map(DisclosureView::forHolder)
                .toList();
    }

    /** @param id of one that the caller was shown */
    public DisclosureView decide(UUID id, @Nullable String ifMatch, Decision decision, Trail trail) {
        return deciding.decide(disclosures.findById(id, LockModeType.PESSIMISTIC_WRITE), ifMatch, decision, trail);
    }
}
