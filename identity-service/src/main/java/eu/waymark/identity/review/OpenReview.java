package eu.waymark.identity.review;

import eu.waymark.identity.link.Pair;

/** A review that the caller has a right to, with its pair. */
record OpenReview(Review review, Pair pair) {}
