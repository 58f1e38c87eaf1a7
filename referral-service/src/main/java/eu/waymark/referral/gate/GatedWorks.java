package eu.waymark.referral.gate;

import eu.waymark.clocks.GuidelineStep;
import eu.waymark.platform.persistence.clock.RulesInForce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The pieces of work that guidelines speak of. Reads nothing outside audited work. */
@ApplicationScoped
class GatedWorks implements PanacheRepositoryBase<Gated, UUID> {

    private final RulesInForce rules;

    GatedWorks(RulesInForce rules) {
        this.rules = rules;
    }

    /** The steps of the guideline that a piece of work began under. */
    List<GuidelineStep> steps(Gated gated) {
        return rules.version(gated.rulesVersion())
                .map(then -> then.steps(gated.place(), gated.work().code()))
                .orElseThrow(() -> new IllegalStateException("The rules that work began under are gone"));
    }
}
