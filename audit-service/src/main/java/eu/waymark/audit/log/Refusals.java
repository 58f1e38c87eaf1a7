package eu.waymark.audit.log;

import eu.waymark.platform.web.problem.ProblemType;

/** Hears of batches that the log could not take because of what they are. */
@FunctionalInterface
interface Refusals {

    void refused(String source, ProblemType problem);
}
