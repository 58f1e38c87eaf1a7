package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.matching.synthetic.SyntheticPeople;
import eu.waymark.matching.synthetic.SyntheticRecord;
import eu.waymark.sandbox.keycloak.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings in the synthetic children, batch by batch, each through the portal of the country that registered it. */
final class PeopleLoad {

    /** Fixed, so that a seed means the same children on every day. */
    static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);

    private static final int SMALLEST_BATCH = 50;
    private static final int LARGEST_BATCH = 1_000;

    private final Api api;
    private final Tokens tokens;
    private final long seed;
    private final int children;
    private final LoadProgress progress;
    private final Entries entries;
    private final AtomicInteger done = new AtomicInteger();

    PeopleLoad(Api api, Tokens tokens, long seed, int children, LoadProgress progress) {
        this.api = api;
        this.tokens = tokens;
        this.seed = seed;
        this.children = children;
        this.progress = progress;
        this.entries = new Entries(seed, REFERENCE);
    }

    void load() {
        int size = Math.clamp(children / 50, SMALLEST_BATCH, LARGEST_BATCH);
        Map<String, List<SyntheticRecord>> waiting = new TreeMap<>();
        try (Batches batches = new Batches()) {
            Iterator<SyntheticRecord> people =
                    SyntheticPeople.generate(seed, children, REFERENCE).iterator();
            while (people.hasNext()) {
                SyntheticRecord person = people.next();
                String country = person.agencyCountry();
                List<SyntheticRecord> batch = waiting.computeIfAbsent(country, first -> new ArrayList<>(size));
                batch.add(person);
                if (batch.size() == size) {
                    waiting.remove(country);
                    batches.add(() -> bringIn(country, batch));
                }
            }
            waiting.forEach((country, batch) -> batches.add(() -> bringIn(country, batch)));
            batches.finish();
        }
    }

    private void bringIn(String country, List<SyntheticRecord> batch) {
        Portal portal = Portal.of(country, api, tokens);
        List<ObjectNode> lines = batch.stream().map(ImportLines::of).toList();
        portal.importPeople(lines).forEach((externalId, recordId) -> entries.of(externalId, country)
                .ifPresent(entry -> portal.enter(recordId, entry)));
        progress.at(done.addAndGet(batch.size()), children);
    }
}
