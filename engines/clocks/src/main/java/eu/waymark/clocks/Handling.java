package eu.waymark.clocks;

import java.util.List;
import java.util.Map;

/**
 * What may happen to a clock that runs by a rule.
 *
 * @param endEvent what stops it for good
 * @param pauses the reasons for which it may stand still
 * @param exceptions the reasons for which another time may be given, each with the code of the rule that applies then: the
 *     rule itself where a reason is recorded and the due date stays
 * @param reminders at which parts of its time somebody is reminded, in per cent
 * @param escalation who is told when it has run out
 */
public record Handling(
        String endEvent,
        List<String> pauses,
        Map<String, String> exceptions,
        List<Integer> reminders,
        List<EscalationStep> escalation) {

    private static final int WHOLE = 100;

    public Handling {
        pauses = List.copyOf(pauses);
        exceptions = Map.copyOf(exceptions);
        reminders = List.copyOf(reminders);
        escalation = List.copyOf(escalation);
        if (endEvent.isBlank()) {
            throw new IllegalArgumentException("A clock has an end event");
        }
        if (reminders.stream().anyMatch(percent -> percent < 1 || percent > WHOLE)) {
            throw new IllegalArgumentException("A reminder comes after 1 to 100 per cent of the time");
        }
    }

    /** Of a rule that says nothing of it: reminders at 50, 80 and 100 per cent; manager, central authority, inspectorate. */
    public static Handling usual() {
        return new Handling(
                "done",
                List.of(),
                Map.of(),
                List.of(50, 80, WHOLE),
                List.of(
                        new EscalationStep("manager", 0),
                        new EscalationStep("central-authority", 2),
                        new EscalationStep("inspectorate", 5)));
    }
}
