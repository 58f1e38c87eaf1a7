package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;

/** Something that is asked for a person. */
@FunctionalInterface
interface Finder {

    /** People looked at in an answer: whoever stands further down is not found. */
    int MOST = 10;

    /** At most {@link #MOST} numbers of people, likely ones first. */
    long[] find(Demographics asked) throws Exception;
}
