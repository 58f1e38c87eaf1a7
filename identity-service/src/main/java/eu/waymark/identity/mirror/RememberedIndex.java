package eu.waymark.identity.mirror;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.index.MemoryIndex;
import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The index of candidates in memory: an answer in microseconds, for some 200 bytes a person. */
@ApplicationScoped
class RememberedIndex implements Mirrored {

    /** Twenty names and ten births make no more views of a record. */
    private static final int MOST_VIEWS = 8;

    /** Rows of people who changed are swept when they are one in so many. */
    private static final int SWEPT_SHARE = 10;

    private static final long LEAST_SWEPT_OF = 10_000;

    private final MemoryIndex index;
    private final boolean on;

    RememberedIndex(
            IndexKey key, @ConfigProperty(name = "waymark.identity.index", defaultValue = "database") Where where) {
        this.index = new MemoryIndex(Keying.secret(Arrays.copyOf(key.hmac("memory-index"), Keying.SECRET_BYTES)));
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
        come.forEach((number, who) -> {
            var views = who.views();
            for (int view = 0; view < views.size(); view++) {
                index.put(id(number, view), views.get(view));
            }
            removeFrom(number, views.size());
        });
        if (index.leftBehind() * SWEPT_SHARE > Math.max(index.size(), LEAST_SWEPT_OF)) {
            index.compact();
        }
    }

    private void removeFrom(int number, int firstView) {
        for (int view = firstView; view < MOST_VIEWS; view++) {
            index.remove(id(number, view));
        }
    }

    /** Numbers of those who share most with somebody, likely ones first. */
    List<Integer> candidates(eu.waymark.matching.Demographics query, int most) {
        return LongStream.of(index.candidates(query, most))
                .mapToObj(id -> Math.toIntExact(id / MOST_VIEWS))
                .distinct()
                .toList();
    }

    private static long id(int number, int view) {
        return (long) number * MOST_VIEWS + view;
    }
}
