package eu.waymark.referral.missing;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A home, a school, the police or a foster agency says to the agency responsible that a child is missing. */
@Singleton
class ReportingMissing {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Agencies agencies;
    private final MissingReports reports;
    private final ChildTexts texts;
    private final Clocks clocks;
    private final WorkItems work;
    private final Clock clock;

    ReportingMissing(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Agencies agencies,
            MissingReports reports,
            ChildTexts texts,
            Clocks clocks,
            WorkItems work,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.agencies = agencies;
        this.reports = reports;
        this.texts = texts;
        this.clocks = clocks;
        this.work = work;
        this.clock = clock;
    }

    ReportView report(NewReport request) {
        return audited.run(ReferralEvent.MISSING_REPORTED, trail -> {
            permits.requireAny(Action.REPORT_MISSING);
            var by = caller.get();
            var country = countryOf(request.toAgency(), by);
            var report = write(request, by);
            work.open(new NewWork(
                            WorkKind.MISSING_REPORT,
                            report.id,
                            report.keyId,
                            report.toAgency,
                            report.reportedAt,
                            clocks.due(Duty.MISSING_REPORT, report.toAgency, country, report.reportedAt))
                    .awaitedBy(by.agency()));
            reports.tell(report, report.toAgency, "missing-reported", by.agency());
            trail.resource(report.id.toString());
            trail.created(MissingReportsResource.PATH + "/" + report.id);
            return reports.view(report, by);
        });
    }

    private String countryOf(String agency, Caller by) {
        if (agency.equals(by.agency())) {
            throw ReferralProblem.OWN_AGENCY
                    .because("Open an episode on your own record of the child.")
                    .at("toAgency", "is your own agency");
        }
        return agencies.findByIdOptional(agency)
                .filter(found -> permits.mayAnswer(found.type()))
                .orElseThrow(() -> ReferralProblem.UNKNOWN_AGENCY
                        .because("Choose the agency that is responsible for the child.")
                        .at("toAgency", "is no agency that works with children"))
                .country();
    }

    private MissingReport write(NewReport request, Caller by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OpeningEpisode.requireSeenBefore(request.lastSeenAt(), now);
        var report = new MissingReport();
        report.id = UUID.randomUUID();
        // Which child it is only the agency can say; until then the text has a key of its own.
        report.keyId = UUID.randomUUID();
        report.fromAgency = by.agency();
        report.toAgency = request.toAgency();
        report.reportedBy = by.subject();
        report.reportedAt = now;
        report.kind = request.kind();
        report.missingFrom = request.missingFrom();
        report.lastSeenAt = request.lastSeenAt();
        report.description = texts.seal(report.keyId, request.description());
        report.policeReference = request.policeReference();
        reports.persistAndFlush(report);
        return report;
    }
}
