package eu.waymark.identity.model;

import eu.waymark.matching.score.MatchingEngine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the model in use and the proposed one judge the same pairs, none of which was learnt from. */
@Schema(name = "ModelFigures", description = "How both models judge pairs that none was learnt from.")
record Figures(Judged current, Judged proposed) {

    /**
     * One model.
     *
     * @param verdicts on decisions of people that were held back
     * @param invented on invented children, registered again with faults, and others who are like them
     */
    @Schema(name = "JudgedModel")
    record Judged(String version, Judgement verdicts, Judgement invented) {

        static Judged of(MatchingEngine engine, List<JudgedPair> verdicts, List<JudgedPair> invented, long population) {
            return new Judged(
                    engine.parameters().version(),
                    Judgement.of(engine, verdicts, population),
                    Judgement.of(engine, invented, population));
        }
    }
}
