package eu.waymark.matching.index;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * People as rows of ints: one for sex, nationalities and counts, one for each birth, document and
 * word. A row never
 * changes once it is written, so readers need no lock; they learn of it through a bucket, which has one.
 */
final class PersonColumns {

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Where each part of the first int begins: three counts of 3 bits, a code of 4, a number. */
    private static final int NAMES = 0;

    private static final int BIRTHS = 3;
    private static final int DOCUMENTS = 6;
    private static final int SEX = 9;
    private static final int NATIONALITIES = 13;
    private static final int COUNT_MASK = 7;
    private static final int SEX_MASK = 15;

    private static final int LAST_OF_NAME = Integer.MIN_VALUE;

    private final Interned<NameToken, Word> words;
    private final Interned<BirthDate, Span> births = new Interned<>(Span::of);
    private final Interned<Document, Document> documents = new Interned<>(document -> document);
    private final Interned<Set<String>, Set<String>> nationalities = new Interned<>(all -> all);

    private final BirthHints hints = new BirthHints();
    private final Outlines outlines = new Outlines();
    private long[][] ids = new long[0][];
    private int[][] starts = new int[0][];
    private int[][] rows = new int[0][];
    private int people;
    private int used;

    /** @param newWord is told each word that nobody had before */
    PersonColumns(WordCache known, Consumer<KeyWord> newWord) {
        words = new Interned<>(token -> {
            Word word = known.of(token);
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
        hints.put(people, person);
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
        int[] chunk = chunk(slot);
        int at = start(slot);
        int head = chunk[at++];
        var claims = new ArrayList<BirthDate>(count(head, BIRTHS));
        for (int i = count(head, BIRTHS); i > 0; i--) {
            claims.add(births.get(chunk[at++]).birth());
        }
        var papers = new ArrayList<Document>(count(head, DOCUMENTS));
        for (int i = count(head, DOCUMENTS); i > 0; i--) {
            papers.add(documents.get(chunk[at++]));
        }
        var names = new ArrayList<List<Word>>(count(head, NAMES));
        for (int i = count(head, NAMES); i > 0; i--) {
            var name = new ArrayList<Word>(4);
            boolean last;
            do {
                last = chunk[at] < 0;
                name.add(words.get(chunk[at++] & ~LAST_OF_NAME));
            } while (!last);
            names.add(name);
        }
        return new Person(names, claims, sex(head), nationalities.get(head >>> NATIONALITIES), papers);
    }

    /**
     * How well births and sex of each slot agree, in bits by rule of thumb: puts many people of one name in order. What is
     * far apart in memory is read before anything is made of it, so that the reads wait for each other less.
     */
    int[] closeness(int[] slots, int size, List<Span> asked, Sex sex) {
        int[] closeness = new int[size];
        for (int i = 0; i < size; i++) {
            closeness[i] = hints.get(slots[i]);
        }
        for (int i = 0; i < size; i++) {
            closeness[i] = closeness[i] == BirthHints.UNSURE
                    ? closenessOfRow(slots[i], asked, sex)
                    : BirthHints.closeness(closeness[i], asked, sex);
        }
        return closeness;
    }

    /** The one exact day of birth, or {@link Long#MIN_VALUE} where there is more to be known. */
    long exactDay(int slot) {
        return hints.exactDay(slot);
    }

    private int closenessOfRow(int slot, List<Span> asked, Sex sex) {
        int[] chunk = chunk(slot);
        int at = start(slot);
        int head = chunk[at++];
        int best = asked.isEmpty() || count(head, BIRTHS) == 0 ? Span.UNKNOWN : 0;
        for (int i = count(head, BIRTHS); i > 0; i--) {
            Span span = births.get(chunk[at++]);
            for (Span other : asked) {
                best = Math.max(best, span.closeness(other));
            }
        }
        return best + (sex(head) == sex ? 1 : 0);
    }

    /**
     * Whether so many words of one name may go together with words of a name asked for; of most people the numbers in
     * their rows say that they may not.
     */
    boolean mayGoTogether(int slot, AskedWords asked, int least) {
        int[] chunk = chunk(slot);
        int at = start(slot);
        int head = chunk[at++];
        at += count(head, BIRTHS) + count(head, DOCUMENTS);
        for (int i = count(head, NAMES); i > 0; i--) {
            int end = at;
            while (chunk[end++] >= 0) {}
            if (asked.mayGoTogether(chunk, at, end, outlines, least)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** A person as the engine compares them. */
    Prepared prepared(int slot, MatchingEngine engine) {
        int[] chunk = chunk(slot);
        int at = start(slot);
        int head = chunk[at++];
        var claims = new BirthDate[count(head, BIRTHS)];
        for (int i = 0; i < claims.length; i++) {
            claims[i] = births.get(chunk[at++]).birth();
        }
        var papers = new Document[count(head, DOCUMENTS)];
        for (int i = 0; i < papers.length; i++) {
            papers[i] = documents.get(chunk[at++]);
        }
        var names = new NameToken[count(head, NAMES)][];
        for (int i = 0; i < names.length; i++) {
            int end = at;
            while (chunk[end] >= 0) {
                end++;
            }
            names[i] = new NameToken[end + 1 - at];
            for (int j = 0; j < names[i].length; j++) {
                names[i][j] = words.get(chunk[at++] & ~LAST_OF_NAME).token();
            }
        }
        return engine.prepare(names, claims, sex(head), nationalities.get(head >>> NATIONALITIES), papers);
    }

    private int[] chunk(int slot) {
        return rows[starts[slot >>> CHUNK_BITS][slot & CHUNK - 1] >>> CHUNK_BITS];
    }

    private int start(int slot) {
        return starts[slot >>> CHUNK_BITS][slot & CHUNK - 1] & CHUNK - 1;
    }

    private static int count(int head, int shift) {
        return head >>> shift & COUNT_MASK;
    }

    private static Sex sex(int head) {
        return Sex.ofCode(head >>> SEX & SEX_MASK);
    }

    private int[] row(Person person) {
        var row = new IntList(8);
        row.add(person.names().size() << NAMES
                | person.births().size() << BIRTHS
                | person.documents().size() << DOCUMENTS
                | person.sex().code() << SEX
                | nationalities.number(person.nationalities()) << NATIONALITIES);
        person.births().forEach(birth -> row.add(births.number(birth)));
        person.documents().forEach(document -> row.add(documents.number(document)));
        for (List<Word> name : person.names()) {
            for (int i = 0; i < name.size(); i++) {
                row.add(number(name.get(i)) | (i + 1 == name.size() ? LAST_OF_NAME : 0));
            }
        }
        return row.toArray();
    }

    private int number(Word word) {
        int known = words.size();
        int number = words.number(word.token());
        if (number == known) {
            outlines.put(number, word.token().forms().outline());
        }
        return number;
    }
}
