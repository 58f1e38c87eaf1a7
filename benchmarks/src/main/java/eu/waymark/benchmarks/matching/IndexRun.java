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
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** The index in memory over a crowd, under a secret key. */
final class IndexRun implements Finder {

    private static final int AT_ONCE = 500;
    private static final int REGISTERED = 60_000;
    private static final int PART = 6_000;

    /** One in so many who are registered is known already, so that one sees whom such haste would miss. */
    private static final int KNOWN = 6;

    private static final double NANOS = 1e9;

    private final Crowd crowd;
    private final PrintWriter out;
    private final MemoryIndex index;
    private final MemorySearch search;
    private final LongAdder found = new LongAdder();
    private double bytesOfPerson;
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
        bytesOfPerson = used / (double) crowd.size();
        out.printf(
                "%,d people: built in %.0f s (making them included), %,d MB, %.0f bytes a person with all dictionaries%n",
                crowd.size(), seconds, used >> 20, bytesOfPerson);
        out.println(index.histogram());
        out.flush();
    }

    double bytesOfPerson() {
        return bytesOfPerson;
    }

    /**
     * Looks for each of further people and then registers them, on all processors; returns how many in a second. They
     * are made beforehand, in parts, so that neither their making nor their memory is measured.
     */
    double bulk() throws InterruptedException, ExecutionException {
        double seconds = 0;
        for (int part = 0; part < REGISTERED; part += PART) {
            long first = (long) crowd.size() + part;
            var people = new Demographics[PART];
            each(0, PART, i -> people[(int) i] = registered(first + i));
            seconds += each(0, PART, i -> register(first + i, people[(int) i]));
        }
        double rate = REGISTERED / seconds;
        out.printf(
                "%,d people: %,.0f matched and registered a second on %d processors; of those who were known %.4f found%n",
                crowd.size(), rate, threads, found.sumThenReset() / (double) (REGISTERED / KNOWN));
        out.flush();
        return rate;
    }

    private Demographics registered(long number) {
        return number % KNOWN == 0 ? crowd.again(known(number)) : crowd.person(number);
    }

    /** Spread over the crowd; whoever comes again comes once. */
    private long known(long number) {
        return (number - crowd.size()) * crowd.size() / REGISTERED;
    }

    private void register(long number, Demographics person) {
        long[] answer = find(person);
        if (number % KNOWN == 0 && Arrays.stream(answer).anyMatch(one -> one == known(number))) {
            found.increment();
        }
        index.put(number, person);
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
