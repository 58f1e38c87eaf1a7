package eu.waymark.referral.work;

import eu.waymark.referral.clock.Due;
import eu.waymark.referral.person.ChildTexts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agencies have to do. A feature opens an item when something is to do and closes it in the transaction in which it is
 * done; reminders, escalation and the worklist follow from the items. Only within audited work.
 */
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {

    private static final String OPEN = "kind = ?1 and reference = ?2 and closedAt is null";

    private final ChildTexts texts;
    private final Clock clock;

    WorkItems(ChildTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** At most one open item of a kind about one thing at one agency: the database refuses a second. */
    public void open(NewWork work) {
        texts.hold(work.personRecordId());
        persist(new WorkItem(work));
    }

    /** Does nothing where no such item is open. */
    public void close(WorkKind kind, UUID reference, String outcome) {
        find(OPEN, kind, reference).list().forEach(item -> item.close(now(), outcome));
    }

    /** The same for one of the agencies that have it to do. */
    public void close(WorkKind kind, UUID reference, String agency, String outcome) {
        find(OPEN + " and agency = ?3", kind, reference, agency).list().forEach(item -> item.close(now(), outcome));
    }

    /** Closes whatever is still to do about a thing. */
    public void closeAll(UUID reference, String outcome) {
        find("reference = ?1 and closedAt is null", reference).list().forEach(item -> item.close(now(), outcome));
    }

    /** Lets another agency do what is open, by its own clock. */
    public void handTo(WorkKind kind, UUID reference, String agency, Instant from, @Nullable Due due) {
        find(OPEN, kind, reference).list().forEach(item -> {
            item.agency = agency;
            item.run(from, due);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
