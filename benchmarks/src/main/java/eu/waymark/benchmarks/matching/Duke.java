package eu.waymark.benchmarks.matching;

import eu.waymark.matching.link.LinkField;
import eu.waymark.matching.link.LinkRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/**
 * Duke 1.2 on the same records: its Lucene index for candidates, comparators and probabilities as its own examples for
 * people have them. It learns only from labels, so it gets none of that.
 */
final class Duke {

    private static final double THRESHOLD = .85;
    private static final int BATCH = 5000;

    private static final Map<String, Property> PROPERTIES = Map.of(
            "given", property("given", new JaroWinkler(), .3, .85),
            "family", property("family", new JaroWinkler(), .3, .9),
            "dob", property("dob", new Levenshtein(), .2, .95),
            "address", property("address", new QGramComparator(), .35, .8),
            "city", property("city", new JaroWinkler(), .4, .65),
            "postcode", property("postcode", new ExactComparator(), .4, .7),
            "email", property("email", new Levenshtein(), .3, .9),
            "number", property("number", new Levenshtein(), .2, .95));

    private final Table table;
    private final List<LinkRecord> all;

    Duke(Table table) {
        this.table = table;
        this.all = table.all();
    }

    private static Property property(String name, Comparator comparator, double low, double high) {
        return new PropertyImpl(name, comparator, low, high);
    }

    Result link() {
        long start = System.nanoTime();
        var pairs = new Pairs();
        var processor = new Processor(configuration(), database());
        processor.addMatchListener(pairs);
        processor.deduplicate(records());
        processor.close();
        double seconds = (System.nanoTime() - start) / 1e9;
        return Result.of(truePairs(), pairs.linked.size(), pairs.found, seconds);
    }

    private LuceneDatabase database() {
        var database = new LuceneDatabase();
        database.setMaxSearchHits(100);
        database.setConfiguration(configuration());
        return database;
    }

    private ConfigurationImpl configuration() {
        var configuration = new ConfigurationImpl();
        var properties = new ArrayList<Property>();
        properties.add(new PropertyImpl("id"));
        for (LinkField field : table.fields()) {
            Property property = PROPERTIES.get(field.label());
            if (property != null) {
                properties.add(property.copy());
            }
        }
        configuration.setProperties(properties);
        configuration.setThreshold(THRESHOLD);
        configuration.setMaybeThreshold(0);
        configuration.validate();
        return configuration;
    }

    private Collection<Record> records() {
        var records = new ArrayList<Record>(all.size());
        for (int row = 0; row < all.size(); row++) {
            Map<String, Collection<String>> values = new HashMap<>();
            values.put("id", List.of(Integer.toString(row)));
            for (int field = 0; field < table.fields().size(); field++) {
                String label = table.fields().get(field).label();
                String value = all.get(row).values().get(field);
                if (PROPERTIES.containsKey(label) && !value.isEmpty()) {
                    values.put(label, List.of(value.toLowerCase(Locale.ROOT)));
                }
            }
            records.add(new RecordImpl(values));
        }
        return records;
    }

    private long truePairs() {
        Map<String, Integer> left = new HashMap<>();
        table.left().forEach(one -> left.merge(String.valueOf(one.truth()), 1, Integer::sum));
        List<LinkRecord> right = table.right();
        if (right == null) {
            return left.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
        }
        return right.stream()
                .mapToLong(one -> left.getOrDefault(String.valueOf(one.truth()), 0))
                .sum();
    }

    /** Each pair once, whichever side it came up from. */
    private final class Pairs extends AbstractMatchListener {

        private final Set<Long> linked = new HashSet<>();
        private long found;

        @Override
        public void matches(Record left, Record right, double confidence) {
            int a = Integer.parseInt(left.getValue("id"));
            int b = Integer.parseInt(right.getValue("id"));
            long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
            if (table.comparable(a, b) && linked.add(pair)) {
                String truth = all.get(a).truth();
                found += truth != null && truth.equals(all.get(b).truth()) ? 1 : 0;
            }
        }
    }
}
