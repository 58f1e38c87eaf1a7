package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.KeyPerson;
import eu.waymark.matching.blocking.KeyVisitor;
import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds the records worth comparing with somebody, by the engine's keys under a secret. */
@ApplicationScoped
class BlockingIndex {

    /** People who are worth comparing at a first look; the engine compares one in some 20 microseconds. */
    private static final int MOST_CANDIDATES = 100;

    /** At a second look, for slips: mostly strangers. */
    private static final int MOST_WIDER = 50;

    private final List<IndexEpoch> epochs;
    private final IndexRows rows;
    private final NameWords words;

    BlockingIndex(IndexKey key, IndexRows rows, NameWords words) {
        this.epochs = IndexEpoch.of(key);
        this.rows = rows;
        this.words = words;
    }

    /** Whether questions have to be asked under older secrets too. */
    boolean isRotating() {
        return epochs.size() > 1;
    }

    /** Under which records are stored now. */
    IndexEpoch current() {
        return epochs.getFirst();
    }

    /** What somebody is to be found by; made without a look at the database. */
    Findable findable(Demographics who) {
        return Findable.of(who, current().keying());
    }

    /** Makes records findable that are in the database already, by their short names. */
    void add(Map<Long, Findable> records) {
        var people = new IndexedPeople(current(), records);
        var hot = new HotSet(rows::hotAmong).learn(people::show);
        words.add(current(), people.words());
        rows.add(current().id(), people.entries(hot));
        rows.heat(people.sampled(hot));
    }

    /** Makes a record findable by these demographics instead of any before. */
    void replace(UUID id, long no, Demographics who) {
        remove(id);
        add(Map.of(no, findable(who)));
    }

    /** Makes a record unfindable, and forgets the words that nobody else bears. */
    void remove(UUID id) {
        rows.remove(id);
    }

    long population() {
        return rows.population();
    }

    /** The records that share most with the one asked about, most first. */
    List<FoundPerson> find(Demographics question, long people) {
        return rows.found(
                keys(question, (epoch, asked) -> visitor -> epoch.keys().visitAsked(asked, visitor)),
                people,
                MOST_CANDIDATES);
    }

    /** Those who share something once words are taken for misspelled and days for mistyped. */
    List<FoundPerson> findWider(Demographics question, long people) {
        return rows.found(
                keys(question, (epoch, asked) -> {
                    var near = words.near(epoch, spellings -> epoch.keys()
                            .visitWider(asked, spellings, (type, length, key) -> false));
                    return visitor -> epoch.keys().visitWider(asked, near, visitor);
                }),
                people,
                MOST_WIDER);
    }

    /** Shows a visitor the keys of one view of a question. */
    @FunctionalInterface
    private interface Showing {
        Consumer<KeyVisitor> of(IndexEpoch epoch, KeyPerson asked);
    }

    private Set<Long> keys(Demographics question, Showing showing) {
        var shown = new ArrayList<Consumer<KeyVisitor>>();
        forEachView(question, (epoch, asked) -> shown.add(showing.of(epoch, asked)));
        var hot = new HotSet(rows::hotAmong).learn(visitor -> shown.forEach(show -> show.accept(visitor)));
        var keys = new LinkedHashSet<Long>();
        shown.forEach(show -> show.accept((type, length, key) -> {
            keys.add(key);
            return hot.isHot(key);
        }));
        return keys;
    }

    private void forEachView(Demographics question, BiConsumer<IndexEpoch, KeyPerson> action) {
        for (var epoch : epochs) {
            for (var view : question.views()) {
                action.accept(epoch, KeyPerson.of(view, epoch.keying()));
            }
        }
    }
}
