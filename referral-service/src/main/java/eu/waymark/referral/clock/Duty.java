package eu.waymark.referral.clock;

import eu.waymark.clocks.Bound;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What falls due. A place's rule for it is known by the end of its code; where a place has none, ours holds in its calendar. */
public enum Duty {
    /** Whoever received a referral accepts or rejects it. */
    REFERRAL_DECISION("DEC", "Decision on a referral", "referral-received", 1, ClockUnit.WORKING_DAY, "after EN-DEC"),
    /** Somebody answers a report that a child is missing. */
    MISSING_REPORT("MISREP", "Answer to a missing report", "missing-reported", 1, ClockUnit.HOUR, "goal"),
    /** Somebody in supervision hears what a child said of its worker. */
    FEEDBACK("FEEDBACK", "Feedback heard", "feedback-given", 5, ClockUnit.WORKING_DAY, "goal"),
    /** Somebody outside the agency hears what a child said against one who should protect it. */
    ALLEGATION("ALLEG", "Allegation against staff heard", "feedback-given", 1, ClockUnit.WORKING_DAY, "goal"),
    /** Nobody goes on looking for a child that is back. */
    END_ALERT("DEALERT", "De-alert", "child-found", 1, ClockUnit.HOUR, "goal"),
    /** A child that is back is asked by somebody independent why it went. */
    RETURN_INTERVIEW("RHI", "Return interview", "return", 72, ClockUnit.HOUR, "after EN-RHI"),
    /** The multi-agency assessment of a child is complete. */
    ASSESSMENT("ASM", "Assessment complete", "referral-received", 45, ClockUnit.WORKING_DAY, "after EN-ASM"),
    /** The competent authority decides whether somebody may have been trafficked, where possible. */
    REASONABLE_GROUNDS(
            "RG",
            "Reasonable grounds decision",
            "trafficking-referral-received",
            5,
            ClockUnit.WORKING_DAY,
            "after NRM-RG"),
    /** And conclusively, not before. */
    CONCLUSIVE_GROUNDS(
            "CG",
            "Conclusive grounds decision",
            "reasonable-grounds-decided",
            30,
            ClockUnit.CALENDAR_DAY,
            "after NRM-CG"),
    /** An authority of another country answers a request for information. */
    INFORMATION_ANSWER(
            "80", "Answer to a request for information", "request-received", 3, ClockUnit.MONTH, "after EU-80"),
    /** An authority of another country answers about a placement. */
    PLACEMENT_ANSWER("82", "Answer about a placement", "request-received", 3, ClockUnit.MONTH, "after EU-82"),
    /** An agency of the same country answers a request for information, as in the register. */
    NATIONAL_ANSWER(
            "ANSWER", "Answer within the country", "request-received", 10, ClockUnit.WORKING_DAY, "Waymark's own"),
    /** A central authority decides what was refused or left unanswered; what it reopens is answered by then too. */
    INFORMATION_ESCALATION(
            "ESC", "Escalation decided", "request-escalated", 10, ClockUnit.WORKING_DAY, "Waymark's own"),
    /** Somebody is called whom nothing reaches. */
    CALL(
            "CALL",
            "Call to a desk that nothing reaches",
            "request-unreceived",
            1,
            ClockUnit.WORKING_DAY,
            "Waymark's own");

    private final String end;
    private final ClockRule ours;

    Duty(String end, String text, String start, int amount, ClockUnit unit, String source) {
        this.end = "-" + end;
        this.ours = new ClockRule(
                "OURS" + this.end, "ANY", text, List.of(start), amount, unit, Bound.LATEST, false, source, false);
    }

    /** How the codes of the rules end that are met by doing it. */
    String end() {
        return end;
    }

    /** Ours of that code. */
    static Optional<ClockRule> ourRule(String code) {
        return Stream.of(values())
                .map(Duty::ours)
                .filter(rule -> rule.code().equals(code))
                .findFirst();
    }

    ClockRule ours() {
        return ours;
    }
}
