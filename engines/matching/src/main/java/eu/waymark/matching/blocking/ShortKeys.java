package eu.waymark.matching.blocking;

import eu.waymark.matching.Document;
import eu.waymark.matching.name.NameRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The short forms of the keys of one person: a bounded set in the order of adding. */
final class ShortKeys {

    /** Further words of one name make keys only with the first ones. */
    private static final int MAX_WORDS = 12;

    private static final int FEW_SPELLINGS = 6;
    private static final KeyType[] TYPES = KeyType.values();

    private final KeyPerson person;
    private final Keying keying;
    private final long[] keys;
    private final byte[] types;

    /** Where each key stands, plus one, by its last bits. */
    private final short[] places;

    private final List<KeyWord> words = new ArrayList<>(4);
    private final List<Pair> pairs = new ArrayList<>(4);
    private int size;

    private ShortKeys(KeyPerson person, Keying keying, int limit) {
        this.person = person;
        this.keying = keying;
        this.keys = new long[limit];
        this.types = new byte[limit];
        this.places = new short[Integer.highestOneBit(limit) << 2];
        for (List<KeyWord> name : person.names()) {
            addWordsAndPairs(name);
        }
    }

    /** Two words of one name. */
    private record Pair(KeyWord a, KeyWord b) {}

    static ShortKeys stored(KeyPerson person, Keying keying, int limit) {
        var keys = new ShortKeys(person, keying, limit);
        keys.addUsual(person.births().days());
        keys.addWords();
        return keys;
    }

    static ShortKeys asked(KeyPerson person, Keying keying, int limit) {
        var keys = new ShortKeys(person, keying, limit);
        keys.addUsual(person.births().askedDays());
        if (keys.pairs.isEmpty()) {
            keys.addWords();
        }
        return keys;
    }

    static ShortKeys wider(KeyPerson person, Keying keying, Spellings spellings, int limit) {
        var keys = new ShortKeys(person, keying, limit);
        keys.addSpellings(spellings);
        keys.addDays(person.births().nearDays());
        keys.addWords();
        return keys;
    }

    int size() {
        return size;
    }

    void announceTo(KeyVisitor visitor) {
        visitor.announce(keys, size);
    }

    KeyType type(int index) {
        return TYPES[types[index]];
    }

    long key(int index) {
        return keys[index];
    }

    private void addUsual(List<LocalDate> days) {
        for (Document document : person.documents()) {
            String text = document.type() + ':' + document.issuer() + ':' + document.number();
            add(KeyType.DOCUMENT, keying.hash(text), 0);
        }
        addDays(days);
        for (Pair pair : pairs) {
            addPair(pair.a(), pair.b());
        }
        for (Pair pair : pairs) {
            addGroups(pair.a(), pair.b());
            addGroups(pair.b(), pair.a());
        }
        for (Pair pair : pairs) {
            long initials =
                    unordered(KeyType.INITIALS, pair.a().initial(), pair.b().initial());
            days.forEach(day -> add(KeyType.INITIALS, initials, day.toEpochDay()));
        }
    }

    private void addDays(List<LocalDate> days) {
        days.forEach(day -> words.forEach(word -> addDay(word, day.toEpochDay())));
    }

    /** A surname that is spelled in several ways counts as each of its names too: Zhang and Cheung. */
    private void addDay(KeyWord word, long day) {
        add(KeyType.DAY, word.skeleton(), day);
        if (word.role() == NameRole.FAMILY) {
            for (long group : word.groups()) {
                add(KeyType.DAY, group, day);
            }
        }
    }

    private void addWords() {
        words.forEach(word -> add(KeyType.WORD, word.skeleton(), 0));
    }

    private void addPair(KeyWord a, KeyWord b) {
        add(KeyType.PAIR, unordered(KeyType.PAIR, a.skeleton(), b.skeleton()), 0);
    }

    private void addGroups(KeyWord word, KeyWord other) {
        if (word.role() != NameRole.FAMILY) {
            for (long group : word.groups()) {
                add(KeyType.GROUP, keying.hash(KeyType.GROUP.ordinal(), group, other.skeleton()), 0);
            }
        }
    }

    /** One word of a pair respelled in every way, or both in the likeliest ways. */
    private void addSpellings(Spellings spellings) {
        Map<KeyWord, long[]> near = new IdentityHashMap<>();
        for (Pair pair : pairs) {
            long[] ofA = near.computeIfAbsent(pair.a(), spellings::near);
            long[] ofB = near.computeIfAbsent(pair.b(), spellings::near);
            addRespelled(pair.a(), ofA, pair.b());
            addRespelled(pair.b(), ofB, pair.a());
            for (int i = 0; i < Math.min(ofA.length, FEW_SPELLINGS); i++) {
                for (int j = 0; j < Math.min(ofB.length, FEW_SPELLINGS); j++) {
                    addPair(pair.a().respelled(ofA[i]), pair.b().respelled(ofB[j]));
                }
            }
        }
    }

    private void addRespelled(KeyWord word, long[] spellings, KeyWord other) {
        for (long spelling : spellings) {
            KeyWord respelled = word.respelled(spelling);
            addPair(respelled, other);
            addGroups(other, respelled);
        }
    }

    /** Two given names make a pair only where the name has nothing else. */
    private void addWordsAndPairs(List<KeyWord> name) {
        boolean mixed = false;
        KeyWord first = null;
        for (KeyWord word : name) {
            if (word.usable()) {
                first = first == null ? word : first;
                mixed |= word.role() != first.role();
                if (words.size() < MAX_WORDS) {
                    words.add(word);
                }
            }
        }
        for (int i = 0; i < name.size(); i++) {
            for (int j = i + 1; j < name.size(); j++) {
                KeyWord a = name.get(i);
                KeyWord b = name.get(j);
                boolean given = mixed && a.role() == NameRole.GIVEN && b.role() == NameRole.GIVEN;
                if (a.usable() && b.usable() && !given) {
                    pairs.add(new Pair(a, b));
                }
            }
        }
    }

    private long unordered(KeyType type, long a, long b) {
        return keying.hash(type.ordinal(), Math.min(a, b), Math.max(a, b));
    }

    private void add(KeyType type, long first, long second) {
        long key = keying.hash(type.ordinal(), first, second);
        int place = (int) key & places.length - 1;
        while (places[place] != 0) {
            if (keys[places[place] - 1] == key) {
                return;
            }
            place = place + 1 & places.length - 1;
        }
        if (size < keys.length) {
            keys[size] = key;
            types[size++] = (byte) type.ordinal();
            places[place] = (short) size;
        }
    }
}
