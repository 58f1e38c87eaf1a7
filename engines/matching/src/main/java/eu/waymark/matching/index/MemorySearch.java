package eu.waymark.matching.index;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranking;

/** Answers questions from a {@link MemoryIndex}: finds whom to compare, compares and ranks them. Thread-safe. */
public final class MemorySearch {

    /** People to compare in each look: those who come later share less than the hundreds before them. */
    public static final int USUAL_LIMIT = 40;

    /** The second look brings mostly strangers. */
    private static final int WIDER_SHARE = 4;

    /** People in each look who cannot be a match and are compared nevertheless, since they may be relatives. */
    private static final int MOST_OTHERS = 2;

    private final MemoryIndex index;
    private final MatchingEngine engine;

    public MemorySearch(MemoryIndex index, MatchingEngine engine) {
        this.index = index;
        this.engine = engine;
    }

    /**
     * The people who may be the one asked about. Looks for misspelled words and dates only where the first look finds
     * nobody for certain.
     *
     * @param limit most people to compare in the first look; a quarter as many in the second
     * @param population how many people the register stands for, for the prior
     */
    public Ranking<Long> search(Demographics question, int limit, long population) {
        People people = index.people();
        Person person = index.read(question);
        Prepared asked = prepare(person);
        var shortlist = new Shortlist(engine, asked, population);
        var words = AskedWords.of(person);
        addAll(shortlist, words, people, people.find(person, limit));
        if (!shortlist.isCertain()) {
            addAll(shortlist, words, people, people.findWider(person, limit / WIDER_SHARE));
        }
        return shortlist.ranking();
    }

    private void addAll(Shortlist shortlist, AskedWords words, People people, int[] slots) {
        int others = 0;
        for (int slot : slots) {
            long id = people.id(slot);
            int least = shortlist.leastWords(people.exactDay(slot));
            boolean may = least != MatchingEngine.NO_WORDS_SUFFICE;
            if ((may || others < MOST_OTHERS) && shortlist.isNew(id)) {
                may &= people.mayGoTogether(slot, words, least);
                if (may || others < MOST_OTHERS) {
                    Prepared prepared = people.prepared(slot, engine);
                    if (may && shortlist.mayMatch(prepared) || others++ < MOST_OTHERS) {
                        shortlist.add(Candidate.alone(id, prepared));
                    }
                }
            }
        }
    }

    private Prepared prepare(Person person) {
        return engine.prepare(
                person.tokens(), person.births(), person.sex(), person.nationalities(), person.documents());
    }
}
