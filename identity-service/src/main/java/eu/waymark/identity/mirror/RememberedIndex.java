package eu.waymark.identity.mirror;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.index.MemoryIndex;
import eu.waymark.matching.index.MemorySearch;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The index of candidates in memory: an answer in microseconds, for some 200 bytes a person. */
@ApplicationScoped
class RememberedIndex implements Mirrored {

    /** Twenty names and ten births make no more views of a record. */
    private static final int MOST_VIEWS = 8;

    /** Rows of people who changed are swept when they are one in so many. */
    private static final int SWEPT_SHARE = 10;

    private static final long LEAST_SWEPT_OF = 10_000;

    /** In the first look; a quarter as many in the second. */
    private static final int MOST_COMPARED = 200;

    private final byte[] secret;
    private final boolean on;

    private volatile MemoryIndex index;

    RememberedIndex(
            IndexKey key, @ConfigProperty(name = "waymark.identity.index", defaultValue = "database") Where where) {
        this.secret = Arrays.copyOf(key.hmac("memory-index"), Keying.SECRET_BYTES);
        this.index = empty(secret);
        this.on = where == Where.MEMORY;
    }

    /** Where a search finds whom to compare with. */
    enum Where {
        DATABASE,
        MEMORY
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void change(Map<Integer, Demographics> come, Set<Integer> gone) {
        gone.forEach(number -> removeFrom(number, 0));
        come.entrySet().parallelStream().forEach(one -> {
            var views = one.getValue().views();
            for (int view = 0; view < views.size(); view++) {
                index.put(id(one.getKey(), view), views.get(view));
            }
            removeFrom(one.getKey(), views.size());
        });
        if (index.leftBehind() * SWEPT_SHARE > Math.max(index.size(), LEAST_SWEPT_OF)) {
            index.compact();
        }
    }

    @Override
    public void forget() {
        index = empty(secret);
    }

    private static MemoryIndex empty(byte[] secret) {
        return new MemoryIndex(Keying.secret(secret));
    }

    private void removeFrom(int number, int firstView) {
        for (int view = firstView; view < MOST_VIEWS; view++) {
            index.remove(id(number, view));
        }
    }

    /**
     * Numbers of those who may be somebody. Compares whom it finds by what it remembers of them, which is what the engine
     * would compare too: strangers, who are most of those who share something, are then not even read.
     */
    Set<Integer> matches(Demographics who, MatchingEngine engine, long people) {
        var search = new MemorySearch(index, engine);
        return who.views().stream()
                .flatMap(view -> search.search(view, MOST_COMPARED, people).hits().stream())
                .map(hit -> Math.toIntExact(hit.record() / MOST_VIEWS))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static long id(int number, int view) {
        return (long) number * MOST_VIEWS + view;
    }
}
