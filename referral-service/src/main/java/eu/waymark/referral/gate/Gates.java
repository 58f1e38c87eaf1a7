package eu.waymark.referral.gate;

import eu.waymark.clocks.GuidelineStep;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.agency.Agency;
import eu.waymark.referral.gate.Gated.Guideline;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The gates that guidelines put before a stage of a piece of work (domain, F13). A feature begins them when its work begins,
 * and asks when the work is to get to a stage. Only within audited work.
 */
@ApplicationScoped
public class Gates {

    private final GatedWorks gated;
    private final StepRecords records;
    private final RulesInForce rules;
    private final Agencies agencies;
    private final ChildTexts texts;
    private final Clock clock;

    Gates(GatedWorks gated, StepRecords records, RulesInForce rules, Agencies agencies, ChildTexts texts, Clock clock) {
        this.gated = gated;
        this.records = records;
        this.rules = rules;
        this.agencies = agencies;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Puts up the gates of the guideline that holds today where the agency is. Once for each piece of work.
     *
     * @param country of the agency, for one that the directory does not know
     */
    public void begin(GatedWork work, UUID reference, UUID personRecordId, String agency, String country) {
        texts.hold(personRecordId);
        var now = rules.now();
        var place = agencies.findByIdOptional(agency).map(Agency::place).orElse(country);
        gated.persist(new Gated(
                reference,
                personRecordId,
                work,
                new Guideline(agency, now.nationOf(place), now.version()),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * Lets a piece of work get to a stage.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 422 {@code open-gates}, naming the steps that are open
     */
    public void requireClosed(UUID reference, Stage stage) {
        var open = gated.findByIdOptional(reference).stream()
                .flatMap(found -> gated.steps(found).stream())
                .filter(step -> step.stage().equals(stage.code()))
                .map(GuidelineStep::code)
                .collect(Collectors.toList());
        open.removeAll(records.of(reference).stream().map(StepRecord::code).toList());
        if (!open.isEmpty()) {
            throw ReferralProblem.OPEN_GATES.because(
                    "Open: %s. Record each at /api/referral/v1/guideline-steps as done, or have a manager override it with a reason."
                            .formatted(String.join(", ", open)));
        }
    }
}
