package eu.waymark.register.sealing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Somebody who knows what was observed about many hidden children, and of all but one where they are, and guesses where that
 * one is: the label of the child whose observations differ least, by chance among several.
 */
final class Attacker {

    private final Random chance = new Random(7);

    /** What was observed about a child, call by call, and what is to be guessed. */
    record Observed(String label, Map<String, String> calls) {}

    /** How many children the attacker guesses right, each from all the others. */
    int rightGuesses(List<Observed> children) {
        return (int) IntStream.range(0, children.size())
                .filter(left -> guess(children, left).equals(children.get(left).label()))
                .count();
    }

    private String guess(List<Observed> children, int left) {
        var nearest = new ArrayList<String>();
        var least = Integer.MAX_VALUE;
        for (var other = 0; other < children.size(); other++) {
            var distance = distance(children.get(left), children.get(other));
            if (other != left && distance <= least) {
                if (distance < least) {
                    nearest.clear();
                }
                least = distance;
                nearest.add(children.get(other).label());
            }
        }
        Collections.sort(nearest);
        return nearest.get(chance.nextInt(nearest.size()));
    }

    private static int distance(Observed one, Observed other) {
        var calls = new HashSet<>(one.calls().keySet());
        calls.addAll(other.calls().keySet());
        return (int) calls.stream()
                .filter(call ->
                        !one.calls().getOrDefault(call, "").equals(other.calls().getOrDefault(call, "")))
                .count();
    }

    /** The least number of right guesses that chance alone reaches with a probability below one in a thousand. */
    static int beyondChance(int guesses, double each) {
        var atLeast = 0.0;
        for (var right = guesses; right >= 0; right--) {
            atLeast += probability(guesses, right, each);
            if (atLeast > 0.001) {
                return right + 1;
            }
        }
        return 0;
    }

    private static double probability(int guesses, int right, double each) {
        var probability = 1.0;
        for (var i = 0; i < right; i++) {
            probability *= each * (guesses - i) / (i + 1);
        }
        return probability * Math.pow(1 - each, guesses - right);
    }

    /** By how many standard deviations the ranks of one sample differ from those of the other (Mann and Whitney). */
    static double rankDifference(List<Long> one, List<Long> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        Collections.sort(all);
        var ranks = one.stream()
                .mapToDouble(value -> (all.indexOf(value) + all.lastIndexOf(value)) / 2.0 + 1)
                .sum();
        double n = one.size();
        double m = other.size();
        var expected = n * (n + m + 1) / 2;
        return (ranks - expected) / Math.sqrt(n * m * (n + m + 1) / 12);
    }
}
