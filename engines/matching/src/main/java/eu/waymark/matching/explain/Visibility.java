package eu.waymark.matching.explain;

/** What of the compared values the asker may see. */
public enum Visibility {
    /** The values themselves. */
    SHOWN,
    /** Only whether they agree, agree in part or differ. */
    MASKED,
    /** Nothing beside the words of the reason. */
    HIDDEN
}
