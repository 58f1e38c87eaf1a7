package eu.waymark.referral.work;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.person.ChildTexts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agencies have to do. A feature opens an item when something is to do and closes it in the transaction in which it is
 * done; reminders, escalation and the worklist follow from the items. Only within audited work.
 */
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {

    private static final String CLOSE =
            "closedAt = ?1, outcome = ?2, version = version + 1 where closedAt is null and ";

    private static final String RUN = """
            running.startedAt = ?1, running.dueAt = ?2, running.dueRule = ?3, running.half = ?4, running.fourFifths = ?5,
            running.escalateAt = ?6, pausedAt = null, version = version + 1""";

    private static final String RUN_ON = RUN + """
            , reminded = 0, escalatedAt = null where closedAt is null and agency = ?7 and kind = ?8 and reference = ?9""";

    private static final String HAND = RUN + """
            , reminded = 0, escalatedAt = null, desk = null, assignedTo = null, heldBy = null, agency = ?7
            where closedAt is null and kind = ?8 and reference = ?9""";

    private final ChildTexts texts;
    private final Agencies agencies;
    private final Clocks clocks;
    private final Clock clock;

    WorkItems(ChildTexts texts, Agencies agencies, Clocks clocks, Clock clock) {
        this.texts = texts;
        this.agencies = agencies;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** At most one open item of a kind about one thing at one agency: the database refuses a second. */
    public void open(NewWork work) {
        texts.hold(work.personRecordId());
        persist(new WorkItem(work, running(work.agency(), work.startedAt(), work.due())));
    }

    /** Does nothing where no such item is open. */
    public void close(WorkKind kind, UUID reference, String outcome) {
        update(CLOSE + "kind = ?3 and reference = ?4", now(), outcome, kind, reference);
    }

    /** The same for one of the agencies that have it to do. */
    public void close(WorkKind kind, UUID reference, String agency, String outcome) {
        update(CLOSE + "kind = ?3 and reference = ?4 and agency = ?5", now(), outcome, kind, reference, agency);
    }

    /** Closes whatever is still to do about a thing. */
    public void closeAll(UUID reference, String outcome) {
        update(CLOSE + "reference = ?3", now(), outcome, reference);
    }

    public boolean isOpen(WorkKind kind, UUID reference, String agency) {
        return count("closedAt is null and kind = ?1 and reference = ?2 and agency = ?3", kind, reference, agency) > 0;
    }

    /** What is open at an agency has another time; who does it stays as it is. Does nothing where no such item is open. */
    public void runOn(WorkKind kind, UUID reference, String agency, Instant from, @Nullable Due due) {
        update(RUN_ON, run(running(agency, from, due), agency, kind, reference));
    }

    /** Lets another agency do what is open, by its own clock and at no desk yet. Whoever had waited waits on. */
    public void handTo(WorkKind kind, UUID reference, String agency, Instant from, @Nullable Due due) {
        update(HAND, run(running(agency, from, due), agency, kind, reference));
    }

    private RunningClock running(String agency, Instant start, @Nullable Due due) {
        var place = agencies.findByIdOptional(agency).map(Agency::place);
        return RunningClock.of(
                start,
                due == null || due.pace() != null || place.isEmpty() ? due : clocks.paced(due, place.get(), start));
    }

    /** The values of {@link #RUN}, and those that follow. */
    private static @Nullable Object[] run(RunningClock clock, Object... more) {
        var values = new ArrayList<@Nullable Object>();
        values.add(clock.startedAt());
        values.add(clock.dueAt());
        values.add(clock.dueRule());
        values.add(clock.half());
        values.add(clock.fourFifths());
        values.add(clock.escalateAt());
        values.addAll(List.of(more));
        return values.toArray();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
