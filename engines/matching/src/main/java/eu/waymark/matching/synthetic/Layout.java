package eu.waymark.matching.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which family a person belongs to, by arithmetic alone, so that any person can be made without those before. Every
 * hundred people are sixty only children and forty brothers and sisters, scattered in one fixed order.
 */
final class Layout {

    private static final int PAIRS = 11;
    private static final int TRIPLES = 6;
    private static final int ONLY_CHILDREN = 60;
    private static final List<Integer> SIZES = sizes();
    private static final int FAMILIES = SIZES.size();
    private static final int PEOPLE = 100;
    private static final int[] FAMILY = new int[PEOPLE];
    private static final int[] POSITION = new int[PEOPLE];

    static {
        int person = 0;
        for (int family = 0; family < FAMILIES; family++) {
            for (int position = 0; position < SIZES.get(family); position++) {
                FAMILY[person] = family;
                POSITION[person] = position;
                person++;
            }
        }
    }

    private Layout() {}

    static long family(long person) {
        return person / PEOPLE * FAMILIES + FAMILY[slot(person)];
    }

    static int position(long person) {
        return POSITION[slot(person)];
    }

    static int size(long family) {
        return SIZES.get((int) (family % FAMILIES));
    }

    private static int slot(long person) {
        return (int) (person % PEOPLE);
    }

    private static List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        sizes.addAll(Collections.nCopies(ONLY_CHILDREN, 1));
        sizes.addAll(Collections.nCopies(PAIRS, 2));
        sizes.addAll(Collections.nCopies(TRIPLES, 3));
        Collections.shuffle(sizes, new Random(PAIRS));
        return List.copyOf(sizes);
    }
}
