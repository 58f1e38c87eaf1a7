package eu.waymark.identity.record;

import eu.waymark.matching.blocking.Spellings;
import eu.waymark.matching.index.Misspellings;
import eu.waymark.matching.index.VariantStore;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The dictionary of the words of names, as keyed hashes, by which misspelled ones are found. */
@ApplicationScoped
class NameWords {

    /** Shared by all who add words, so that none is forgotten while somebody comes to bear it. */
    private static final String LOCK = "select pg_advisory_xact_lock_shared(1463900491)";

    private static final String ADD =
            "insert into name_word (word, skeleton) select * from unnest(?::bigint[], ?::bigint[]) as w (word, skeleton)"
                    + " order by 1 on conflict do nothing returning word";
    private static final String ADD_VARIANTS =
            "insert into name_variant (variant, word) select * from unnest(?::bigint[], ?::bigint[]) as v (variant, word)"
                    + " order by 1, 2 on conflict do nothing";

    private final AgroalDataSource database;
    private final IndexRows rows;

    NameWords(AgroalDataSource database, IndexRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Makes words known; in one order, so that two who add the same ones wait for each other at most once. */
    void add(IndexEpoch epoch, List<IndexedWord> words) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.execute();
            var fresh = fresh(connection, words);
            var variants = new ArrayList<Long>();
            var bearers = new ArrayList<Long>();
            for (var word : words) {
                if (fresh.contains(word.word())) {
                    new Misspellings(epoch.keying(), new Noting((variant, skeleton) -> {
                                variants.add(variant);
                                bearers.add(word.word());
                            }))
                            .add(word.key());
                }
            }
            if (variants.isEmpty()) {
                return;
            }
            try (var insert = connection.prepareStatement(ADD_VARIANTS)) {
                insert.setObject(1, numbers(variants));
                insert.setObject(2, numbers(bearers));
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IndexException("Words could not be added", failed);
        }
    }

    private static Set<Long> fresh(Connection connection, List<IndexedWord> words) throws SQLException {
        var sorted = words.stream()
                .sorted(Comparator.comparingLong(IndexedWord::word))
                .toList();
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, sorted.stream().mapToLong(IndexedWord::word).toArray());
            insert.setObject(
                    2, sorted.stream().mapToLong(word -> word.key().skeleton()).toArray());
            var fresh = new HashSet<Long>();
            try (var added = insert.executeQuery()) {
                while (added.next()) {
                    fresh.add(added.getLong(1));
                }
            }
            return fresh;
        }
    }

    /**
     * Finds how else the words of a question may be spelled, with one look at the database.
     *
     * @param asking asks for the spellings of each word of the question
     */
    Spellings near(IndexEpoch epoch, Consumer<Spellings> asking) {
        var wanted = new LinkedHashSet<Long>();
        asking.accept(new Misspellings(epoch.keying(), new Finding(variant -> {
            wanted.add(variant);
            return new long[0];
        })));
        var known = wanted.isEmpty() ? Map.<Long, List<Long>>of() : find(wanted);
        return new Misspellings(epoch.keying(), new Finding(variant -> known.getOrDefault(variant, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray()));
    }

    private Map<Long, List<Long>> find(Collection<Long> variants) {
        var found = new HashMap<Long, List<Long>>();
        rows.run(
                "select variant, skeleton from words_near(?)",
                statement -> statement.setObject(1, numbers(variants)),
                row -> found.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                        .add(row.getLong(2)));
        return found;
    }

    private static long[] numbers(Collection<Long> boxed) {
        return boxed.stream().mapToLong(Long::longValue).toArray();
    }

    private interface Note {
        void of(long variant, long skeleton);
    }

    private interface Find {
        long[] of(long variant);
    }

    /** Is told variants. */
    private record Noting(Note note) implements VariantStore {

        @Override
        public void add(long variant, long skeleton) {
            note.of(variant, skeleton);
        }

        @Override
        public long[] find(long variant) {
            return new long[0];
        }
    }

    /** Is asked for variants. */
    private record Finding(Find find) implements VariantStore {

        @Override
        public void add(long variant, long skeleton) {
            throw new UnsupportedOperationException("This store is only asked");
        }

        @Override
        public long[] find(long variant) {
            return find.of(variant);
        }
    }
}
