package eu.waymark.identity.record;

import eu.waymark.matching.score.MatchingEngine;

/** Knows the engine that compares, with the model in use. */
public interface EngineSource {

    /** The engine of this moment; its parameters name their version. */
    MatchingEngine engine();
}
