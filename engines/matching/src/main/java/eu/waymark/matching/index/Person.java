package eu.waymark.matching.index;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.blocking.KeyPerson;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the index keeps of a person, unpacked. */
record Person(
        List<List<Word>> names, List<BirthDate> births, Sex sex, Set<String> nationalities, List<Document> documents) {

    /** More documents of one person are left out. */
    static final int MAX_DOCUMENTS = 7;

    static Person of(Demographics person, WordCache words) {
        var names = new ArrayList<List<Word>>(person.names().size());
        for (PersonName name : person.names()) {
            List<NameToken> tokens = NameReader.shared().read(name, person.nationalities());
            if (!tokens.isEmpty() && names.size() < KeyPerson.MAX_NAMES) {
                names.add(of(tokens, words));
            }
        }
        var births = person.births().stream()
                .filter(BirthDate::known)
                .limit(KeyPerson.MAX_BIRTHS)
                .toList();
        return new Person(
                names,
                births,
                person.sex(),
                person.nationalities(),
                person.documents().stream().limit(MAX_DOCUMENTS).toList());
    }

    private static List<Word> of(List<NameToken> tokens, WordCache words) {
        var name = new ArrayList<Word>(tokens.size());
        for (NameToken token : tokens) {
            name.add(words.of(token));
        }
        return name;
    }

    KeyPerson keys() {
        return new KeyPerson(each(Word::key), births, sex, nationalities, documents);
    }

    /** The names as the engine compares them. */
    List<List<NameToken>> tokens() {
        return each(Word::token);
    }

    /** Plain loops: this is done for everybody who is compared. */
    private <T> List<List<T>> each(Function<Word, T> part) {
        var all = new ArrayList<List<T>>(names.size());
        for (List<Word> name : names) {
            var parts = new ArrayList<T>(name.size());
            for (Word word : name) {
                parts.add(part.apply(word));
            }
            all.add(parts);
        }
        return all;
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
