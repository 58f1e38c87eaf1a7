package eu.waymark.matching.synthetic;

import java.util.List;

/** Arabic names with the romanisations that agencies write; no rule could restore their vowels. */
final class ArabicNames {

    private static final List<List<String>> TABLE = Lines.read("arabic-names.txt");

    private ArabicNames() {}

    static List<Word> of(String kind) {
        return TABLE.stream()
                .filter(row -> row.getFirst().equals(kind))
                .map(row -> new Word(row.get(1), row.subList(2, row.size())))
                .toList();
    }
}
