package eu.waymark.identity.search;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a search compares, each thing in one spelling, for what is asked again in other words to count once.
 *
 * @param births days on which it may have been, and documents, which narrow a search as a birth does; one that is empty where
 *     there is neither
 */
record Asked(List<Name> names, List<String> births) implements Personal {

    /** The words of a name in no order, so that spelling and swapping change nothing; and how they begin. */
    record Name(String skeleton, String initials) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static Asked of(Demographics demographics) {
        var who = demographics.forMatching();
        var names = who.names().stream()
                .map(name -> new Name(
                        words(name, who.nationalities(), KeyWord::skeleton),
                        words(name, who.nationalities(), KeyWord::initial)))
                .distinct()
                .toList();
        var births = Stream.concat(
                        who.births().stream().filter(BirthDate::known).map(b -> b.earliest() + "/" + b.latest()),
                        who.documents().stream().map(d -> d.type() + " " + d.issuer() + " " + d.number()))
                .distinct()
                .sorted()
                .toList();
        return new Asked(names, births.isEmpty() ? List.of("") : births);
    }

    private static String words(PersonName name, Set<String> nationalities, ToLongFunction<KeyWord> part) {
        return NameReader.shared().read(name, nationalities).stream()
                .map(token -> Long.toHexString(part.applyAsLong(KeyWord.of(token, Keying.plain()))))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The whole search, for a hash of it. */
    String text() {
        var words = names.stream().map(Name::skeleton).sorted().collect(Collectors.joining("|"));
        return words + "#" + String.join("|", births);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
