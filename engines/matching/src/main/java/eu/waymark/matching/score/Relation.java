package eu.waymark.matching.score;

/** What two records most probably are to each other. A suggestion for a person to look at. */
public enum Relation {
    /** One child. */
    SAME,
    /** Born together, of one family. */
    TWIN,
    /** Of one family, more than nine months apart. */
    SIBLING,
    /** Of one family, far enough apart to be parent and child, or a name used again. */
    PARENT_OR_CHILD,
    /** Of one family in some other way: half-siblings, cousins, a child named after another. */
    RELATIVE,
    /** Nothing to each other, as far as the records tell. */
    NONE;

    /** Whether two different children of one family. */
    public boolean isRelative() {
        return this != SAME && this != NONE;
    }
}
