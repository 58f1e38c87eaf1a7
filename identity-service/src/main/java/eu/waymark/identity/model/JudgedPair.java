package eu.waymark.identity.model;

import eu.waymark.matching.Demographics;
import eu.waymark.platform.web.Personal;

/** Two records of which the truth is known, as far as anybody knows it. */
record JudgedPair(Demographics left, Demographics right, boolean same) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
