package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.index.MemoryIndex;
import eu.waymark.matching.index.MemorySearch;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Ranked;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The index in memory over a crowd, under a secret key. */
final class IndexRun implements Finder {

    private static final int AT_ONCE = 500;
    private static final int REGISTERED = 60_000;
    private static final double NANOS = 1e9;

    private final Crowd crowd;
    private final PrintWriter out;
    private final MemoryIndex index;
    private final MemorySearch search;
    private final int threads = Runtime.getRuntime().availableProcessors();

    IndexRun(Crowd crowd, PrintWriter out) {
        this.crowd = crowd;
        this.out = out;
        byte[] secret = new byte[Keying.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        this.index = new MemoryIndex(Keying.secret(secret));
        this.search = new MemorySearch(index, MatchingEngine.standard());
    }

    @Override
    public long[] find(Demographics asked) {
        return search.search(asked, MemorySearch.USUAL_LIMIT, crowd.size()).hits().stream()
                .limit(MOST)
                .mapToLong(Ranked::record)
                .toArray();
    }

    /** Fills the index; says how long it took, the making of the people included, and what it holds of the heap. */
    void build() throws InterruptedException, ExecutionException {
        long before = usedBytes();
        double seconds = each(0, crowd.size(), number -> index.put(number, crowd.person(number)));
        long used = usedBytes() - before;
        out.printf(
                "%,d people: built in %.0f s (making them included), %,d MB, %.0f bytes a person with all dictionaries%n",
                crowd.size(), seconds, used >> 20, used / (double) crowd.size());
        out.println(index.histogram());
        out.flush();
    }

    /** Looks for each of further people and then registers them, on all processors; returns how many in a second. */
    double bulk() throws InterruptedException, ExecutionException {
        double seconds = each(crowd.size(), (long) crowd.size() + REGISTERED, number -> {
            Demographics person = crowd.person(number);
            find(person);
            index.put(number, person);
        });
        double making = each(crowd.size(), (long) crowd.size() + REGISTERED, crowd::person);
        double rate = REGISTERED / (seconds - making);
        out.printf(
                "%,d people: %,.0f matched and registered a second on %d processors (their making taken off)%n",
                crowd.size(), rate, threads);
        out.flush();
        return rate;
    }

    private double each(long from, long to, LongConsumer action) throws InterruptedException, ExecutionException {
        var next = new AtomicLong(from);
        long start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                work.add(workers.submit(() -> share(next, to, action)));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static void share(AtomicLong next, long to, LongConsumer action) {
        for (long at = next.getAndAdd(AT_ONCE); at < to; at = next.getAndAdd(AT_ONCE)) {
            for (long number = at; number < Math.min(to, at + AT_ONCE); number++) {
                action.accept(number);
            }
        }
    }

    private static long usedBytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
