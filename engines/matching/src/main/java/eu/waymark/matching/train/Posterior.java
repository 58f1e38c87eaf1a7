package eu.waymark.matching.train;

/** How likely each candidate pair is one person, given a model. */
@FunctionalInterface
public interface Posterior {

    /** Fills in a probability for each candidate. */
    void fill(LinkModel model, Outcomes candidates, double[] probabilities);

    /** Each pair on its own: a person may be in a file any number of times. */
    Posterior INDEPENDENT = (model, candidates, probabilities) -> {
        for (int pair = 0; pair < probabilities.length; pair++) {
            double log = model.priorLog() + model.evidence(candidates, pair);
            probabilities[pair] = 1 / (1 + Math.exp(-log));
        }
    };
}
