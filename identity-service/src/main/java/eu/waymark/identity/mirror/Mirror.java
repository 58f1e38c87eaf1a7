package eu.waymark.identity.mirror;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.OpenRecords;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Follows the changes of person records and passes them on to what is kept in memory. Whoever uses the memory catches up
 * first and so sees all that was committed before, in any replica; after a crash everything is read anew.
 */
@ApplicationScoped
public class Mirror {

    private static final int BATCH = 2_000;

    /** A transaction that stays open keeps changes above the watermark, though they are in memory. */
    private static final int MOST = 20_000;

    private final PersonChanges changes;
    private final OpenRecords records;
    private final List<Mirrored> kept;
    private final ReentrantLock applying = new ReentrantLock();

    /** Changes at or above the watermark that are in memory already, by number. */
    private final Map<Integer, Long> seen = new ConcurrentHashMap<>();

    /** All changes of transactions below this are in memory. */
    private volatile long watermark;

    /** The database that is in memory; empty before the first look. */
    private volatile String origin = "";

    Mirror(PersonChanges changes, OpenRecords records, @All List<Mirrored> all) {
        this.changes = changes;
        this.records = records;
        this.kept = all.stream().filter(Mirrored::isOn).toList();
    }

    /**
     * Begins anew where the database is another one than was followed so far: what is in memory may never have been in it.
     * Asked by {@link #follow}, every two seconds, and before the first question; a database that is exchanged in between is
     * away for longer than that.
     */
    private void recognise() {
        var now = changes.origin();
        if (now.equals(origin)) {
            return;
        }
        applying.lock();
        try {
            // Of two who notice at once the second would take away what the first has begun to read.
            if (now.equals(origin)) {
                return;
            }
            changes.adopt();
            kept.forEach(Mirrored::forget);
            seen.clear();
            watermark = 0;
            origin = now;
        } finally {
            applying.unlock();
        }
    }

    boolean isNeeded() {
        return !kept.isEmpty();
    }

    /**
     * Brings the memory up to date. Belongs inside audited work, since it may open records.
     *
     * @return whether it is; false where so much is missing that it takes seconds, as after a start
     */
    public boolean catchUp() {
        if (origin.isEmpty()) {
            recognise();
        }
        var followed = origin;
        var missing = changes.after(watermark, 0, MOST);
        int unread = fresh(missing).size();
        if (missing.size() == MOST || unread > BATCH) {
            return false;
        }
        if (unread > 0) {
            applying.lock();
            try {
                long settled = changes.settled();
                apply(fresh(changes.after(watermark, 0, MOST)), settled, followed);
                settle(settled, followed);
            } finally {
                applying.unlock();
            }
        }
        return true;
    }

    /**
     * Brings the memory up to date however much is missing.
     *
     * @param audited runs the reading of each batch as audited work
     */
    void follow(Consumer<Batch> audited) {
        recognise();
        var followed = origin;
        long settled = changes.settled();
        long transaction = watermark;
        int number = 0;
        for (var page = changes.after(transaction, number, BATCH);
                !page.isEmpty();
                page = changes.after(transaction, number, BATCH)) {
            var fresh = fresh(page);
            if (!fresh.isEmpty()) {
                audited.accept(new Batch(this, fresh, settled, followed));
            }
            transaction = page.getLast().in();
            number = page.getLast().number();
        }
        settle(settled, followed);
    }

    /** Changes that are to be read. */
    record Batch(Mirror mirror, List<PersonChange> changes, long settled, String origin) {

        void read() {
            mirror.applying.lock();
            try {
                mirror.apply(changes, settled, origin);
            } finally {
                mirror.applying.unlock();
            }
        }
    }

    private List<PersonChange> fresh(List<PersonChange> some) {
        return some.stream()
                .filter(change -> seen.getOrDefault(change.number(), -1L) < change.in())
                .toList();
    }

    private void apply(List<PersonChange> fresh, long settled, String followed) {
        if (!followed.equals(origin)) {
            return;
        }
        var found = records.find(fresh.stream()
                .filter(change -> !change.gone())
                .map(PersonChange::person)
                .toList());
        Map<Integer, Demographics> come = new ConcurrentHashMap<>();
        Set<Integer> gone = ConcurrentHashMap.newKeySet();
        fresh.parallelStream().forEach(change -> {
            var person = found.get(change.person());
            if (person == null) {
                gone.add(change.number());
            } else {
                come.put(change.number(), records.open(person));
            }
        });
        kept.forEach(one -> one.change(come, gone));
        fresh.stream()
                .filter(change -> change.in() >= settled)
                .forEach(change -> seen.merge(change.number(), change.in(), Math::max));
    }

    /** Only forward: two who follow at once know different things to be settled. */
    private void settle(long settled, String followed) {
        applying.lock();
        try {
            if (!followed.equals(origin)) {
                return;
            }
            watermark = Math.max(watermark, settled);
            seen.values().removeIf(in -> in < watermark);
        } finally {
            applying.unlock();
        }
    }
}
