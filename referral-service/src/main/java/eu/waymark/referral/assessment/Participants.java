package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import jakarta.enterprise.context.ApplicationScoped;

/** Which agencies write in an assessment, and the place that each of them has in it. */
@ApplicationScoped
class Participants {

    private final Agencies agencies;
    private final Permits permits;
    private final Sections sections;
    private final AssessmentWork work;

    Participants(Agencies agencies, Permits permits, Sections sections, AssessmentWork work) {
        this.agencies = agencies;
        this.permits = permits;
        this.sections = sections;
        this.work = work;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 for an agency that may not write in an assessment */
    void invite(Assessment assessment, Edition edition, String agency) {
        var type = agencies.findByIdOptional(agency).map(Agency::type).orElseThrow(() -> ReferralProblem.UNKNOWN_AGENCY
                .because("Choose an agency of the directory.")
                .at("agency", "is not in the directory"));
        if (!permits.mayDo(type, Action.WRITE_ASSESSMENT)) {
            throw ReferralProblem.AGENCY_HAS_NO_PART
                    .because("Choose an agency that helps children: this kind of agency has no part in an assessment.")
                    .at("agency", "has no part in an assessment");
        }
        add(assessment, edition, agency);
    }

    /** Asks for a section unless the agency has one. */
    void add(Assessment assessment, Edition edition, String agency) {
        if (sections.find(assessment, edition.number(), agency).isEmpty()) {
            var section = new Section(assessment, agency);
            sections.persistAndFlush(section);
            work.asked(assessment, edition, section);
        }
    }
}
