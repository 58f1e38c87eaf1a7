package eu.waymark.platform.persistence.witness;

import java.util.Locale;

/** What can be wrong between this service and the audit log that no repetition mends. */
public enum LogFault {
    /** The log holds another event in the place of one of ours, as after a restore of this service's database. */
    EQUIVOCATION("The log holds another event in a place of this source", "The log refuses a source"),

    /** An event does not continue the chain that the log knows. */
    BROKEN_CHAIN("The log knows another last event of this source", "The log refuses a source"),

    /** The log has ended this source's epoch. */
    EPOCH_CLOSED("The log has closed this source's epoch", "The log refuses a source"),

    /** The log misses events that this service no longer holds, or names no number to go on from. */
    GAP("The log expects events that this service does not hold", "The log lost events"),

    /** The log has lost events that it had acknowledged; they are sent again. */
    REWIND("The log lost events that it had acknowledged; they are sent again", "The log lost events"),

    /** An event of ours is none to the log, which is a defect of this service. */
    INVALID_EVENT("The log cannot read an event of this source; another says so in its place", "An unreadable event"),

    /** A checkpoint that the pinned key did not sign. */
    CHECKPOINT_UNSIGNED("A checkpoint does not bear the log's signature", "The log fails its witness"),

    /** The log shows less than it has shown before. */
    CHECKPOINT_BEHIND("The log shows a smaller checkpoint than before", "The log fails its witness"),

    /** Proof: two histories. */
    CHECKPOINT_FORKED("The log signed two roots of one size", "The log fails its witness"),

    /** Proof: the log does not extend what it was. */
    CHECKPOINT_INCONSISTENT("The log does not extend its earlier checkpoint", "The log fails its witness"),

    /** Proof: an acknowledged event is not where the log said. */
    LEAF_MISSING("An acknowledged event is not in the log", "The log fails its witness"),

    /** Proof: an event that a checkpoint covered is said to stand elsewhere. */
    LEAF_MOVED("A covered event was given another place in the log", "The log fails its witness"),

    /** What this service holds is not what another source gave for the same place. */
    RESTORATION_CONFLICT("The log refuses what this service holds for its restoration", "Restore the audit database");

    private final String what;
    private final String runbook;

    LogFault(String what, String runbook) {
        this.what = what;
        this.runbook = runbook;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the log: what is wrong, and the heading in the runbook that says what to do. */
    String sentence() {
        return what + ": see \"" + runbook + "\" in docs/runbook.md";
    }
}
