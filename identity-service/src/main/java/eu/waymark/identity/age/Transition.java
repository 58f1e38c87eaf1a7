package eu.waymark.identity.age;

/** A move that there is, as the table {@code age_transition} lists it. */
record Transition(AgeState from, AgeState to, Mover mover, Need needs) {

    /** Who may make it. */
    enum Mover {
        /** The practitioners, supervisors and managers of the record's agency. */
        WORKER,
        /** Its supervisors, or the central authority of its country. */
        SUPERVISOR,
        /** Whoever has a right to know of the child. */
        ANYONE
    }

    /** What must be there for it. */
    enum Need {
        NOTHING,
        ISSUER,
        SAFEGUARDS,
        SECOND_PERSON,
        /** Of trafficking, or a document handed over by another: said once more of a doubt. */
        INDICATOR
    }
}
