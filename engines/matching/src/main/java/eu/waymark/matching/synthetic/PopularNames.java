package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.List;

/** Given names that many children of an origin bear. */
final class PopularNames {

    private static final List<List<String>> TABLE = Lines.read("popular-given-names.txt");

    private PopularNames() {}

    static List<String> of(Origin origin, Sex sex) {
        return TABLE.stream()
                .filter(row -> row.get(0).equals(origin.name()))
                .filter(row -> row.get(1).equals(String.valueOf(sex.code())))
                .flatMap(row -> row.stream().skip(2))
                .toList();
    }
}
