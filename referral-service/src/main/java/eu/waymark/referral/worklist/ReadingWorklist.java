package eu.waymark.referral.worklist;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Desks;
import eu.waymark.referral.work.WorkKind;
import eu.waymark.referral.worker.Colleagues;
import eu.waymark.referral.worklist.Worklist.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an agency what it has to do. */
@ApplicationScoped
class ReadingWorklist {

    /** Whoever may do any of this has a worklist. */
    static final Action[] WORK = {
        Action.WORK_REFERRAL,
        Action.DECIDE_REFERRAL,
        Action.ANSWER_INFORMATION,
        Action.WRITE_ASSESSMENT,
        Action.REFER_TRAFFICKING,
        Action.REPORT_MISSING,
        Action.READ_FEEDBACK
    };

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Colleagues colleagues;
    private final Worklist worklist;
    private final CountingWork counting;
    private final Desks desks;
    private final Clock clock;

    ReadingWorklist(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Colleagues colleagues,
            Worklist worklist,
            CountingWork counting,
            Desks desks,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.colleagues = colleagues;
        this.worklist = worklist;
        this.counting = counting;
        this.desks = desks;
        this.clock = clock;
    }

    Page<WorkView> page(WorklistFilter filter, PageRequest page) {
        return audited.run(ReferralEvent.WORKLIST_READ, trail -> {
            var now = clock.instant();
            var rows = worklist.page(asked(filter), now, page);
            worklist.trace(rows.stream().limit(page.limit()).toList(), trail);
            return Page.of(rows, page.limit(), ListedWork::place, item -> WorkView.of(item, now));
        });
    }

    WorkView one(UUID id) {
        return audited.run(ReferralEvent.WORKLIST_READ, trail -> {
            trail.resource(id.toString());
            var item = worklist.find(id, onlooker()).orElseThrow(ReadingWorklist::notFound);
            worklist.trace(List.of(item), trail);
            return WorkView.of(item, clock.instant());
        });
    }

    WorkCounts counts(@Nullable String desk) {
        return audited.run(ReferralEvent.WORKLIST_COUNTED, trail -> {
            var by = onlooker();
            return counting.count(by, desk(desk), clock.instant(), desks.zoneOf(by.agency()));
        });
    }

    /** Who looks, once it is known that they may. */
    private Onlooker onlooker() {
        permits.requireAny(WORK);
        colleagues.seen();
        return Onlooker.of(caller.get());
    }

    private Asked asked(WorklistFilter filter) {
        return new Asked(
                onlooker(),
                desk(filter.desk),
                filter.mine,
                filter.unassigned,
                filter.kind().map(WorkKind::code),
                filter.overdue,
                filter.before());
    }

    private Optional<String> desk(@Nullable String asked) {
        if (!WorklistFilter.OWN_DESK.equals(asked)) {
            return Optional.ofNullable(asked);
        }
        if (caller.desk().isEmpty()) {
            throw CommonProblem.INVALID_REQUEST
                    .because("Name the desk by its code.")
                    .at("desk", "cannot be own: your token names no desk");
        }
        return Optional.of(caller.desk());
    }

    static ProblemException notFound() {
        return CommonProblem.NOT_FOUND.because("There is no such open item on your agency's worklist.");
    }
}
