package eu.waymark.access;

/**
 * The answer to a {@link Question}.
 *
 * @param level the most that may be shown: never more than was asked for; for an action, what its response may show
 * @param rule the id of the rule that decided, {@code floor}, or {@code default} where none did
 * @param policyVersion the version of the policy document, for the audit trail
 */
public record Decision(AccessLevel level, Reason reason, String rule, String policyVersion) {

    static final String FLOOR = "floor";
    static final String DEFAULT = "default";

    /** Whether all that was asked for is permitted. */
    public boolean permitted() {
        return reason == Reason.PERMITTED;
    }
}
