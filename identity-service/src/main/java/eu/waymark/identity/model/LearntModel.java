package eu.waymark.identity.model;

import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.index.KeyedTerms;
import eu.waymark.matching.index.KeyedTerms.Counts;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import eu.waymark.matching.score.TermFrequencies;
import java.time.LocalDate;
import java.util.Map;

/**
 * A model as it was learnt.
 *
 * @param terms how common names are, under keyed hashes
 * @param births days that stand out, with their share
 * @param people of how many the frequencies are
 * @param sampled from how many the odds were learnt
 * @param verdicts and from how many decisions
 */
record LearntModel(
        Parameters parameters, Counts terms, Map<LocalDate, Double> births, long people, int sampled, int verdicts) {

    static LearntModel of(ModelVersion stored) {
        return new LearntModel(
                ParametersText.read(stored.parameters()),
                StoredFrequencies.counts(stored.frequencies()),
                StoredFrequencies.births(stored.births()),
                stored.people(),
                stored.sampled(),
                stored.verdicts());
    }

    /** A name counts as common where it is so here or in the world: taking a common one for rare makes false matches. */
    MatchingEngine engine(Keying keying) {
        var counted = KeyedTerms.of(keying, terms);
        var common = TermFrequencies.common();
        return new MatchingEngine(
                parameters,
                term -> Math.max(counted.shareOf(term), common.shareOf(term)),
                day -> births.getOrDefault(day, 0.0));
    }

    String parametersText() {
        return ParametersText.write(parameters);
    }

    byte[] frequencyBytes() {
        return StoredFrequencies.bytes(terms);
    }

    String birthsText() {
        return StoredFrequencies.text(births);
    }
}
