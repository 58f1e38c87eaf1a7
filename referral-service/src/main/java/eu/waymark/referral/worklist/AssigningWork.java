package eu.waymark.referral.worklist;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.worker.Colleagues;
import eu.waymark.referral.worklist.AssignWork.Seen;
import eu.waymark.referral.worklist.Handing.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives work to those who shall do it, and takes it back: one person at a time does an item. */
@ApplicationScoped
class AssigningWork {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Colleagues colleagues;
    private final Worklist worklist;
    private final Handing handing;
    private final Clock clock;

    AssigningWork(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Colleagues colleagues,
            Worklist worklist,
            Handing handing,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.colleagues = colleagues;
        this.worklist = worklist;
        this.handing = handing;
        this.clock = clock;
    }

    WorkView assign(UUID id, @Nullable String ifMatch, @Nullable AssignWork to) {
        return one(ReferralEvent.WORK_ASSIGNED, id, ifMatch, handing.to(to));
    }

    WorkView takeBack(UUID id, @Nullable String ifMatch) {
        return one(ReferralEvent.WORK_RETURNED, id, ifMatch, handing::takeBack);
    }

    BulkResult assign(AssignWork.Several several) {
        return each(ReferralEvent.WORK_ASSIGNED, several.items(), handing.to(several.to()));
    }

    BulkResult takeBack(AssignWork.Returns several) {
        return each(ReferralEvent.WORK_RETURNED, several.items(), handing::takeBack);
    }

    private WorkView one(ReferralEvent event, UUID id, @Nullable String ifMatch, Move move) {
        return audited.run(event, trail -> {
            trail.resource(id.toString());
            var by = onlooker();
            var item = locked(List.of(id), by, trail).get(id);
            if (item == null) {
                throw ReadingWorklist.notFound();
            }
            Versions.require(ifMatch, item.version());
            move.apply(item, by);
            return worklist.find(id, by)
                    .map(changed -> WorkView.of(changed, clock.instant()))
                    .orElseThrow(ReadingWorklist::notFound);
        });
    }

    private BulkResult each(ReferralEvent event, List<Seen> asked, Move move) {
        return audited.run(event, trail -> {
            var by = onlooker();
            var items = locked(asked.stream().map(Seen::id).toList(), by, trail);
            var result = BulkResult.of(asked.stream()
                    .map(one -> each(one, items.remove(one.id()), by, move))
                    .toList());
            trail.note("done", Long.toString(result.done()));
            trail.note("refused", Long.toString(result.refused()));
            return result;
        });
    }

    private static BulkResult.Item each(Seen asked, @Nullable ListedWork item, Onlooker by, Move move) {
        try {
            if (item == null) {
                throw ReadingWorklist.notFound();
            }
            if (item.version() != asked.version()) {
                throw CommonProblem.STALE.because("Read it again and decide on the current state.");
            }
            return BulkResult.Item.done(asked.id(), move.apply(item, by));
        } catch (ProblemException refused) {
            return BulkResult.Item.refused(asked.id(), refused);
        }
    }

    /** In the order of their ids, so that two that lock several never wait for each other in a circle. */
    private Map<UUID, ListedWork> locked(List<UUID> ids, Onlooker by, Trail trail) {
        worklist.lock(ids, by.agency());
        var found = worklist.find(ids, by);
        worklist.trace(found, trail);
        return found.stream().collect(Collectors.toMap(ListedWork::id, Function.identity()));
    }

    private Onlooker onlooker() {
        permits.requireAny(ReadingWorklist.WORK);
        colleagues.seen();
        return Onlooker.of(caller.get());
    }
}
