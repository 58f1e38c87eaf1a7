package eu.waymark.matching.blocking;

import eu.waymark.matching.Document;
import eu.waymark.matching.name.NameRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The short forms of the keys of one person: a bounded set in the order of adding. */
final class ShortKeys {

    /** Further words of one name make keys only with the first ones. */
    private static final int MAX_WORDS = 12;

    private static final int FEW_SPELLINGS = 6;

    private final KeyPerson person;
    private final Keying keying;
    private final long[] keys;
    private final byte[] types;
    private int size;

    private ShortKeys(KeyPerson person, Keying keying, int limit) {
        this.person = person;
        this.keying = keying;
        this.keys = new long[limit];
        this.types = new byte[limit];
    }

    static ShortKeys stored(KeyPerson person, Keying keying, int limit) {
        var keys = new ShortKeys(person, keying, limit);
        keys.addUsual(person.births().days());
        keys.addWords();
        return keys;
    }

    static ShortKeys asked(KeyPerson person, Keying keying, int limit) {
        var keys = new ShortKeys(person, keying, limit);
        keys.addUsual(person.births().askedDays());
        if (keys.words().size() == 1) {
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

    KeyType type(int index) {
        return KeyType.values()[types[index]];
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
        forEachPair(this::addPair);
        forEachPair((a, b) -> {
            addGroups(a, b);
            addGroups(b, a);
        });
        forEachPair((a, b) -> days.forEach(
                day -> add(KeyType.INITIALS, unordered(KeyType.INITIALS, a.initial(), b.initial()), day.toEpochDay())));
    }

    private void addDays(List<LocalDate> days) {
        days.forEach(day -> words().forEach(word -> add(KeyType.DAY, word.skeleton(), day.toEpochDay())));
    }

    private void addWords() {
        words().forEach(word -> add(KeyType.WORD, word.skeleton(), 0));
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
        forEachPair((a, b) -> {
            long[] ofA = spellings.near(a);
            long[] ofB = spellings.near(b);
            for (long spelling : ofA) {
                addPair(a.respelled(spelling), b);
                addGroups(b, a.respelled(spelling));
            }
            for (long spelling : ofB) {
                addPair(a, b.respelled(spelling));
                addGroups(a, b.respelled(spelling));
            }
            for (int i = 0; i < Math.min(ofA.length, FEW_SPELLINGS); i++) {
                for (int j = 0; j < Math.min(ofB.length, FEW_SPELLINGS); j++) {
                    addPair(a.respelled(ofA[i]), b.respelled(ofB[j]));
                }
            }
        });
    }

    private List<KeyWord> words() {
        var words = new ArrayList<KeyWord>(4);
        for (List<KeyWord> name : person.names()) {
            for (KeyWord word : name) {
                if (word.usable() && words.size() < MAX_WORDS) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    @FunctionalInterface
    private interface Pair {
        void with(KeyWord a, KeyWord b);
    }

    /** Two words of one name; two given names or two family names only where the name has nothing else. */
    private void forEachPair(Pair action) {
        for (List<KeyWord> name : person.names()) {
            boolean mixed = name.stream()
                            .filter(KeyWord::usable)
                            .map(KeyWord::role)
                            .distinct()
                            .count()
                    > 1;
            for (int i = 0; i < name.size(); i++) {
                for (int j = i + 1; j < name.size(); j++) {
                    KeyWord a = name.get(i);
                    KeyWord b = name.get(j);
                    if (a.usable() && b.usable() && (a.role() != b.role() || !mixed)) {
                        action.with(a, b);
                    }
                }
            }
        }
    }

    private long unordered(KeyType type, long a, long b) {
        return keying.hash(type.ordinal(), Math.min(a, b), Math.max(a, b));
    }

    private void add(KeyType type, long first, long second) {
        long key = keying.hash(type.ordinal(), first, second);
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return;
            }
        }
        if (size < keys.length) {
            keys[size] = key;
            types[size++] = (byte) type.ordinal();
        }
    }
}
