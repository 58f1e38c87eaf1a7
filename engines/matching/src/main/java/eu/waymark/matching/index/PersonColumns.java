package eu.waymark.matching.index;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * People as rows of ints: one for sex, nationalities and counts, one for each word, one for each birth. A row never
 * changes once it is written, so readers need no lock; they learn of it through a bucket, which has one.
 */
final class PersonColumns {

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int COUNT_BITS = 3;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int SEX_BITS = 4;
    private static final int SEX_MASK = (1 << SEX_BITS) - 1;
    private static final int LAST_OF_NAME = Integer.MIN_VALUE;

    private final Interned<NameToken, Word> words;
    private final Interned<BirthDate, BirthDate> births = new Interned<>(birth -> birth);
    private final Interned<Document, Document> documents = new Interned<>(document -> document);
    private final Interned<Set<String>, Set<String>> nationalities = new Interned<>(all -> all);

    private long[][] ids = new long[0][];
    private int[][] starts = new int[0][];
    private int[][] rows = new int[0][];
    private int people;
    private int used;

    /** @param newWord is told each word that nobody had before */
    PersonColumns(Keying keying, Consumer<KeyWord> newWord) {
        words = new Interned<>(token -> {
            Word word = Word.of(token, keying);
            newWord.accept(word.key());
            return word;
        });
    }

    /** Writes a row; returns its slot. */
    int add(long id, Person person) {
        int[] row = row(person);
        if ((used & CHUNK - 1) + row.length > CHUNK) {
            used = (used | CHUNK - 1) + 1;
        }
        if (used >>> CHUNK_BITS == rows.length) {
            rows = Arrays.copyOf(rows, rows.length + 1);
            rows[rows.length - 1] = new int[CHUNK];
        }
        if (people >>> CHUNK_BITS == ids.length) {
            ids = Arrays.copyOf(ids, ids.length + 1);
            ids[ids.length - 1] = new long[CHUNK];
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = new int[CHUNK];
        }
        System.arraycopy(row, 0, rows[used >>> CHUNK_BITS], used & CHUNK - 1, row.length);
        ids[people >>> CHUNK_BITS][people & CHUNK - 1] = id;
        starts[people >>> CHUNK_BITS][people & CHUNK - 1] = used;
        used += row.length;
        return people++;
    }

    /** Rows written, of people who were removed too. */
    int slots() {
        return people;
    }

    long id(int slot) {
        return ids[slot >>> CHUNK_BITS][slot & CHUNK - 1];
    }

    Person get(int slot) {
        int start = starts[slot >>> CHUNK_BITS][slot & CHUNK - 1];
        int[] chunk = rows[start >>> CHUNK_BITS];
        int at = start & CHUNK - 1;
        int head = chunk[at++];
        int nameCount = head & COUNT_MASK;
        int birthCount = head >>> COUNT_BITS & COUNT_MASK;
        int documentCount = head >>> 2 * COUNT_BITS & COUNT_MASK;
        Sex sex = Sex.ofCode(head >>> 3 * COUNT_BITS & SEX_MASK);
        var names = new ArrayList<List<Word>>(nameCount);
        for (int i = 0; i < nameCount; i++) {
            var name = new ArrayList<Word>(4);
            boolean last;
            do {
                last = chunk[at] < 0;
                name.add(words.get(chunk[at++] & ~LAST_OF_NAME));
            } while (!last);
            names.add(name);
        }
        var claims = new ArrayList<BirthDate>(birthCount);
        for (int i = 0; i < birthCount; i++) {
            claims.add(births.get(chunk[at++]));
        }
        var papers = new ArrayList<Document>(documentCount);
        for (int i = 0; i < documentCount; i++) {
            papers.add(documents.get(chunk[at++]));
        }
        return new Person(names, claims, sex, nationalities.get(head >>> 3 * COUNT_BITS + SEX_BITS), papers);
    }

    private int[] row(Person person) {
        var row = new IntList(8);
        int counts = person.names().size()
                | person.births().size() << COUNT_BITS
                | person.documents().size() << 2 * COUNT_BITS;
        row.add(counts
                | person.sex().code() << 3 * COUNT_BITS
                | nationalities.number(person.nationalities()) << 3 * COUNT_BITS + SEX_BITS);
        for (List<Word> name : person.names()) {
            for (int i = 0; i < name.size(); i++) {
                row.add(words.number(name.get(i).token()) | (i + 1 == name.size() ? LAST_OF_NAME : 0));
            }
        }
        person.births().forEach(birth -> row.add(births.number(birth)));
        person.documents().forEach(document -> row.add(documents.number(document)));
        return row.toArray();
    }
}
