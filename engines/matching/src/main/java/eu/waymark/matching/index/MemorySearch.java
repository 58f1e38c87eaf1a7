package eu.waymark.matching.index;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers questions from a {@link MemoryIndex}: finds whom to compare, compares and ranks them. Thread-safe. */
public final class MemorySearch {

    private final MemoryIndex index;
    private final MatchingEngine engine;

    public MemorySearch(MemoryIndex index, MatchingEngine engine) {
        this.index = index;
        this.engine = engine;
    }

    /**
     * The people who may be the one asked about. Looks for misspelled words and dates only where nobody is surely the
     * one.
     *
     * @param limit most people to compare in each of the two looks
     * @param population how many people the register stands for, for the prior
     */
    public Ranking<Long> search(Demographics question, int limit, long population) {
        People people = index.people();
        Person person = Person.of(question, index.keying());
        Prepared asked = prepare(person);
        var seen = new HashSet<Long>();
        List<Candidate<Long>> candidates = new ArrayList<>();
        addAll(candidates, people, people.find(person.keys(), limit), seen);
        Ranking<Long> ranking = engine.rank(asked, candidates, population);
        if (ranking.band() == Band.CERTAIN) {
            return ranking;
        }
        int before = candidates.size();
        addAll(candidates, people, people.findWider(person.keys(), limit), seen);
        return candidates.size() == before ? ranking : engine.rank(asked, candidates, population);
    }

    private void addAll(List<Candidate<Long>> candidates, People people, int[] slots, Set<Long> seen) {
        for (int slot : slots) {
            Long id = people.id(slot);
            if (seen.add(id)) {
                candidates.add(Candidate.alone(id, prepare(people.person(slot))));
            }
        }
    }

    private Prepared prepare(Person person) {
        return engine.prepare(
                person.tokens(), person.births(), person.sex(), person.nationalities(), person.documents());
    }
}
