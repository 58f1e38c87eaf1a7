package eu.waymark.matching.index;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that many people share, by a small number. One writer; readers may use any number that they got from a person.
 *
 * @param <K> what values are made of
 * @param <V> what is kept
 */
final class Interned<K, V> {

    private final Map<K, Integer> numbers = new ConcurrentHashMap<>();
    private final Function<K, V> made;
    private volatile Object[] values = new Object[16];

    Interned(Function<K, V> made) {
        this.made = made;
    }

    /** The number of a value, a new one where it is new. Only for the writer. */
    int number(K key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        Object[] all = values;
        if (number == all.length) {
            all = Arrays.copyOf(all, number + number / 2);
        }
        all[number] = made.apply(key);
        values = all;
        numbers.put(key, number);
        return number;
    }

    @SuppressWarnings("unchecked")
    V get(int number) {
        return (V) values[number];
    }

    int size() {
        return numbers.size();
    }
}
