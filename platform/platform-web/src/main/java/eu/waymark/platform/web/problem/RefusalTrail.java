package eu.waymark.platform.web.problem;

/** Where refusals are recorded. A service that holds child data has one; the gateway counts refusals instead. */
@FunctionalInterface
public interface RefusalTrail {

    /**
     * Records a refusal durably before the answer leaves. May block.
     *
     * @throws ProblemException when it cannot be recorded
     */
    void record(Refusal refusal);
}
