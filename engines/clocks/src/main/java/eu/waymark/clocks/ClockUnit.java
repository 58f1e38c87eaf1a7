package eu.waymark.clocks;

/** How a rule counts. */
public enum ClockUnit {
    /** Elapsed hours, whatever the clocks on the wall do meanwhile. */
    HOUR,
    /** Days after the day of the start, ending with the last of them. */
    CALENDAR_DAY,
    /** Days after the day of the start that are neither weekend nor public holiday. */
    WORKING_DAY,
    /** The same date in a later month, or the last day of a month that has no such date. */
    MONTH
}
