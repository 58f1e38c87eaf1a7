package eu.waymark.matching.link;

import eu.waymark.matching.train.Outcome;
import eu.waymark.matching.train.Slot;
import java.util.List;

/** Compares one field, or two that belong together, of records known by their number. */
interface FieldComparison {

    /** What it fills in. */
    List<Slot> slots();

    /** Fills in its slots, from {@code first} on. */
    void compare(int left, int right, Outcome outcome, int first);

    /** Keys under which a record meets those that may be the same in this field. */
    void keys(int record, KeySink keys);

    /** Whether the values show a register of children, with brothers, sisters and twins in it. */
    default boolean ofChildren() {
        return false;
    }

    /** Whether two records bear given names of their own, as brothers, sisters and twins do, whatever else agrees. */
    default boolean mayBeRelatives(int left, int right) {
        return false;
    }
}
