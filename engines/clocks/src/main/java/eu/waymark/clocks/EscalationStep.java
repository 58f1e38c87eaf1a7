package eu.waymark.clocks;

/**
 * Who is told that a clock has run out.
 *
 * @param to {@code manager} of the agency, {@code central-authority} or {@code inspectorate} of its country
 * @param workingDaysLate after how many working days: 0 is the moment at which the clock runs out
 */
public record EscalationStep(String to, int workingDaysLate) {

    public EscalationStep {
        if (to.isBlank() || workingDaysLate < 0) {
            throw new IllegalArgumentException("An escalation names somebody, after 0 working days or more");
        }
    }
}
