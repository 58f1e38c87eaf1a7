package eu.waymark.identity.record;

import eu.waymark.matching.blocking.KeyVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The keys and words of people who are to be made findable. */
final class IndexedPeople {

    /** One in so many additions looks how full its bucket is; a bucket overfills by about as many. */
    private static final int SAMPLE = 16;

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final IndexEpoch epoch;
    private final Map<Long, Findable> people;

    /** @param people by their short names */
    IndexedPeople(IndexEpoch epoch, Map<Long, Findable> people) {
        this.epoch = epoch;
        this.people = people;
    }

    /** What one record is to be found by. */
    record Entry(long no, long[] keys, long[] words) {}

    void show(KeyVisitor visitor) {
        people.values().forEach(one -> one.views().forEach(view -> epoch.keys().visitStored(view, visitor)));
    }

    /** All words, each once. */
    List<IndexedWord> words() {
        var words = new LinkedHashMap<Long, IndexedWord>();
        people.values().forEach(one -> one.words().forEach(word -> words.putIfAbsent(word.word(), word)));
        return List.copyOf(words.values());
    }

    List<Entry> entries(HotSet hot) {
        return people.entrySet().stream()
                .map(person -> new Entry(
                        person.getKey(),
                        person.getValue().views().stream()
                                .flatMapToLong(
                                        view -> LongStream.of(epoch.keys().stored(view, hot)))
                                .distinct()
                                .toArray(),
                        person.getValue().words().stream()
                                .mapToLong(IndexedWord::word)
                                .distinct()
                                .toArray()))
                .toList();
    }

    /** Some of the keys that may have become hot by this. */
    List<Long> sampled(HotSet hot) {
        var sample = new ArrayList<Long>();
        people.forEach((no, one) -> one.views().forEach(view -> epoch.keys().visitStored(view, (type, length, key) -> {
            boolean isHot = hot.isHot(key);
            if (!isHot && HotSet.isRefinable(type, length) && Math.floorMod(key ^ no * SPREAD, SAMPLE) == 0) {
                sample.add(key);
            }
            return isHot;
        })));
        return sample;
    }
}
