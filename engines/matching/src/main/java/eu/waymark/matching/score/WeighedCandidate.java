package eu.waymark.matching.score;

import java.util.Objects;

/** A candidate compared with a question, before its place is known and before anybody asks for the reasons. */
public final class WeighedCandidate<T> {

    private final Candidate<T> candidate;
    private final Weighed weighed;

    WeighedCandidate(Candidate<T> candidate, Weighed weighed) {
        this.candidate = candidate;
        this.weighed = weighed;
    }

    /** The caller's handle. */
    public T record() {
        return candidate.record();
    }

    /** The weight of its score, to the last bit. */
    public double weight() {
        return weighed.weight();
    }

    Weighed weighed() {
        return weighed;
    }

    boolean sameIdentity(WeighedCandidate<T> other) {
        Object identity = candidate.identity();
        return this == other || identity != null && Objects.equals(identity, other.candidate.identity());
    }
}
