package eu.waymark.referral.running;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.clock.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Says how a due date came about: one that somebody thinks of, or that of the agency's own work. */
@ApplicationScoped
class ExplainingClocks {

    private final AuditedWork audited;
    private final OwnClocks own;
    private final RulesInForce inForce;
    private final Clocks clocks;

    ExplainingClocks(AuditedWork audited, OwnClocks own, RulesInForce inForce, Clocks clocks) {
        this.audited = audited;
        this.own = own;
        this.inForce = inForce;
        this.clocks = clocks;
    }

    ClockView explain(ClockQuery query) {
        var version = query.version == null ? inForce.now().version() : query.version;
        var reckoned = clocks.reckon(
                        String.valueOf(query.rule), version, String.valueOf(query.place), query.start(), query.pauses())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "There is no such rule in that version. See /api/referral/v1/rules."));
        return ClockView.of(reckoned, version, clocks.nation(String.valueOf(query.place)), null);
    }

    ClockView explain(UUID id) {
        return audited.run(ReferralEvent.CLOCK_EXPLAINED, trail -> own.view(own.find(id, trail)));
    }
}
