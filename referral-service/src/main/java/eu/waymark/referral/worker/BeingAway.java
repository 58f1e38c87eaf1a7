package eu.waymark.referral.worker;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Desks;
import eu.waymark.referral.work.WorkHolders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters and ends absences. While somebody is away the deputy does the work, or it lies on the desk; then it comes back. */
@ApplicationScoped
class BeingAway {

    private static final String PATH = "/api/referral/v1/worklist/absences/";

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Colleagues colleagues;
    private final Absences absences;
    private final WorkHolders holders;
    private final Desks desks;
    private final Clock clock;

    BeingAway(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Colleagues colleagues,
            Absences absences,
            WorkHolders holders,
            Desks desks,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.colleagues = colleagues;
        this.absences = absences;
        this.holders = holders;
        this.desks = desks;
        this.clock = clock;
    }

    Page<AbsenceView> page(PageRequest page) {
        return audited.run(ReferralEvent.ABSENCES_READ, trail -> {
            var rows = absences.of(who().agency(), page);
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), row -> new Cursor(row.beginsAt, row.id), AbsenceView::of);
        });
    }

    AbsenceView enter(EnterAbsence asked) {
        return audited.run(ReferralEvent.ABSENCE_ENTERED, trail -> {
            var by = who();
            var absence = planned(asked, by);
            trail.resource(absence.id.toString());
            trail.created(PATH + absence.id);
            absence.turn(clock.instant());
            absences.persistAndFlush(absence);
            trail.returned(holders.recompute(absence.worker).size());
            return AbsenceView.of(absence);
        });
    }

    AbsenceView end(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.ABSENCE_ENDED, trail -> {
            trail.resource(id.toString());
            var by = who();
            var absence = absences.findByIdOptional(id)
                    .filter(found -> found.agency.equals(by.agency()))
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such absence."));
            requireOwn(absence.worker, by);
            Versions.require(ifMatch, absence.version);
            absence.state = Absence.State.ENDED;
            absences.flush();
            trail.returned(holders.recompute(absence.worker).size());
            return AbsenceView.of(absence);
        });
    }

    private Absence planned(EnterAbsence asked, Caller by) {
        var worker = asked.worker() == null ? by.subject() : colleagues.require(asked.worker(), by.agency());
        requireOwn(worker, by);
        requireDeputy(asked.deputy(), worker, by);
        var zone = desks.zoneOf(by.agency());
        var ends = asked.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
        if (!ends.isAfter(clock.instant())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Enter absences that are not over.")
                    .at("lastDay", "must not be over");
        }
        return new Absence(
                worker, by.agency(), asked, asked.firstDay().atStartOfDay(zone).toInstant(), ends, by.subject());
    }

    private void requireDeputy(@Nullable String deputy, String worker, Caller by) {
        if (deputy != null && (deputy.equals(worker) || !colleagues.isKnown(deputy, by.agency()))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Choose somebody from /api/referral/v1/worklist/workers.")
                    .at("deputy", "must be a colleague who works with your agency's worklist");
        }
    }

    private static void requireOwn(String worker, Caller by) {
        if (!worker.equals(by.subject()) && !by.has("manager") && !by.has("central-authority")) {
            throw ReferralProblem.MANAGER_NEEDED.because(
                    "You enter and end your own absences; a manager those of others.");
        }
    }

    private Caller who() {
        permits.requireAny(Action.WORK_REFERRAL, Action.ANSWER_INFORMATION, Action.WRITE_ASSESSMENT);
        colleagues.seen();
        return caller.get();
    }
}
