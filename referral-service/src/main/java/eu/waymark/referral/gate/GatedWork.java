package eu.waymark.referral.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.waymark.access.Action;
import java.util.List;
import java.util.Locale;

/** A kind of work that guidelines speak of; its code is the one that a rule document uses. */
public enum GatedWork {
    REFERRAL(Action.DECIDE_REFERRAL, Action.WORK_REFERRAL),
    ASSESSMENT(Action.LEAD_ASSESSMENT, Action.APPROVE_ASSESSMENT),
    TRAFFICKING_REFERRAL(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING),
    MISSING_EPISODE(Action.REPORT_MISSING, Action.WORK_MISSING);

    private final List<Action> doneBy;

    GatedWork(Action... doneBy) {
        this.doneBy = List.of(doneBy);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whoever may do one of these may take the steps. */
    Action[] doneBy() {
        return doneBy.toArray(Action[]::new);
    }

    static GatedWork of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
