package eu.waymark.matching.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.datafaker.Faker;

/** The lists of names that Datafaker ships for an origin. */
final class DatafakerNames {

    /** Some lists are alphabetical; a fixed shuffle lets any of their names be common. */
    private static final long SHUFFLE = 20_140_305L;

    private final Origin origin;
    private final Faker faker;

    DatafakerNames(Origin origin) {
        this.origin = origin;
        this.faker = new Faker(origin.locale(), new Random(SHUFFLE));
    }

    List<String> shuffled(String list) {
        List<String> names = new ArrayList<>(inOrder(list));
        Collections.shuffle(names, new Random(SHUFFLE));
        return names;
    }

    /** Polish, Dutch and French given names come without their sex, so those origins live on the popular ones. */
    List<String> inOrder(String list) {
        boolean mixed = origin == Origin.PL || origin == Origin.NL || origin == Origin.FR;
        if (mixed && list.endsWith("first_name")) {
            return List.of();
        }
        Object names = faker.fakeValuesService().fetchObject("name." + list, faker.getContext());
        if (!(names instanceof List<?> found) || found.isEmpty()) {
            throw new IllegalStateException("Datafaker has no " + list + " for " + origin);
        }
        return found.stream().map(String::valueOf).toList();
    }
}
