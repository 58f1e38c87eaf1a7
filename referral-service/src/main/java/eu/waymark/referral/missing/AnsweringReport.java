package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.missing.MissingReportsResource.Disclosure;
import eu.waymark.referral.missing.MissingReportsResource.ReportAnswer;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agency says which of its children a report is about, and later what the reporter may know. */
@Singleton
class AnsweringReport {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final MissingReports reports;
    private final OpeningEpisode opening;
    private final EpisodeChanges changes;
    private final ChildTexts texts;
    private final WorkItems work;

    AnsweringReport(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            MissingReports reports,
            OpeningEpisode opening,
            EpisodeChanges changes,
            ChildTexts texts,
            WorkItems work) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.reports = reports;
        this.opening = opening;
        this.changes = changes;
        this.texts = texts;
        this.work = work;
    }

    /** Of a child that is missing already the report joins the open episode. */
    ReportView takeOn(UUID id, @Nullable String ifMatch, UUID recordId) {
        permits.requireAny(Action.WORK_MISSING);
        var asked = children.ask(recordId);
        return audited.run(ReferralEvent.MISSING_REPORT_ANSWERED, trail -> {
            var by = caller.get();
            var report = received(id, ifMatch, by, trail);
            requireSent(report);
            var record = asked.own(by, trail);
            var episode = opening.openOf(record, by).orElseGet(() -> opening.begin(episode(report, record), by));
            var standIn = report.keyId;
            seal(report, episode.personRecordId);
            report.episodeId = episode.id;
            report.decide(MissingReport.TAKEN_ON, by.subject(), changes.now());
            reports.settle(standIn, report);
            return answered(report, by, trail);
        });
    }

    ReportView decline(UUID id, @Nullable String ifMatch, String reason) {
        return audited.run(ReferralEvent.MISSING_REPORT_ANSWERED, trail -> {
            permits.requireAny(Action.WORK_MISSING);
            var by = caller.get();
            var report = received(id, ifMatch, by, trail);
            requireSent(report);
            report.declineReason = reason;
            report.decide(MissingReport.DECLINED, by.subject(), changes.now());
            return answered(report, by, trail);
        });
    }

    ReportView answer(UUID id, @Nullable String ifMatch, ReportAnswer answer) {
        return answer.personRecordId() == null
                ? decline(id, ifMatch, String.valueOf(answer.reason()))
                : takeOn(id, ifMatch, answer.personRecordId());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for whoever has a conflict */
    ReportView disclose(UUID id, @Nullable String ifMatch, Disclosure disclosure) {
        return audited.run(ReferralEvent.MISSING_REPORTER_TOLD, trail -> {
            permits.requireAny(Action.WORK_MISSING);
            var by = caller.get();
            var report = received(id, ifMatch, by, trail);
            if (!MissingReport.TAKEN_ON.equals(report.status)) {
                throw ReferralProblem.ILLEGAL_TRANSITION.because("Say first which child it is about.");
            }
            report.toldWords = texts.seal(report.keyId, disclosure.words());
            report.toldBy = by.subject();
            report.toldAt = changes.now();
            return answered(report, by, trail);
        });
    }

    private MissingReport received(UUID id, @Nullable String ifMatch, Caller by, Trail trail) {
        var report = reports.known(id, by, LockModeType.PESSIMISTIC_WRITE, trail);
        if (!report.toAgency.equals(by.agency())) {
            throw ReferralProblem.NOT_THE_RECIPIENT.because("Your agency reported it; the other one answers.");
        }
        Versions.require(ifMatch, report.version);
        return report;
    }

    private static void requireSent(MissingReport report) {
        if (!MissingReport.SENT.equals(report.status)) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("The report has been answered.");
        }
    }

    /** From now on the text is about this child and goes with it. */
    private void seal(MissingReport report, UUID record) {
        var text = texts.open(report.keyId, report.description);
        report.description = texts.seal(record, text);
        report.keyId = record;
        report.personRecordId = record;
    }

    private ReportView answered(MissingReport report, Caller by, Trail trail) {
        work.close(WorkKind.MISSING_REPORT, report.id, report.status);
        reports.flush();
        reports.tell(report, report.fromAgency, "missing-report-answered", report.toAgency);
        trail.note("status", report.status);
        return reports.view(report, by);
    }

    private static NewEpisode episode(MissingReport report, UUID record) {
        return new NewEpisode(
                record, report.kind, report.missingFrom, report.lastSeenAt, null, report.policeReference, null);
    }
}
