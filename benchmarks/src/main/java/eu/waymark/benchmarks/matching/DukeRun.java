package eu.waymark.benchmarks.matching;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.PersonNameComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;

/** Duke over the same people: its Lucene index with fuzzy search, its comparators, probabilities as in its examples. */
final class DukeRun implements Finder, AutoCloseable {

    private static final double THRESHOLD = .7;

    private final LuceneDatabase database = new LuceneDatabase();
    private final Processor processor;

    DukeRun(Crowd crowd, Path folder) {
        var configuration = new ConfigurationImpl();
        configuration.setThreshold(THRESHOLD);
        configuration.setProperties(List.of(
                new PropertyImpl("id"),
                new PropertyImpl("name", new PersonNameComparator(), .1, .9),
                new PropertyImpl("family", new JaroWinkler(), .3, .85),
                new PropertyImpl("birth", new Levenshtein(), .2, .9)));
        database.setPath(folder.toString());
        database.setOverwrite(true);
        database.setFuzzySearch(true);
        database.setMaxSearchHits(100);
        database.setConfiguration(configuration);
        configuration.setDatabase(database);
        processor = new Processor(configuration, database);
        for (int number = 0; number < crowd.size(); number++) {
            database.index(record(String.valueOf(number), crowd.person(number)));
        }
        database.commit();
    }

    private record Compared(long person, double probability) {}

    @Override
    public long[] find(Demographics asked) {
        Record question = record("asked", asked);
        var compared = new ArrayList<Compared>();
        for (Record candidate : database.findCandidateMatches(question)) {
            double probability = processor.compare(question, candidate);
            if (probability >= THRESHOLD) {
                compared.add(new Compared(Long.parseLong(candidate.getValue("id")), probability));
            }
        }
        return compared.stream()
                .sorted(Comparator.comparingDouble(Compared::probability).reversed())
                .limit(MOST)
                .mapToLong(Compared::person)
                .toArray();
    }

    private static Record record(String id, Demographics person) {
        var record = new RecordImpl();
        record.addValue("id", id);
        for (PersonName name : person.names()) {
            record.addValue("name", Trigrams.text(name));
            if (name.family() != null) {
                record.addValue("family", name.family());
            }
        }
        record.addValue("birth", Trigrams.birth(person).replace("-", ""));
        return record;
    }

    @Override
    public void close() {
        processor.close();
    }
}
