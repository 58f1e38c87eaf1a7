package eu.waymark.matching.blocking;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All of a person that keys are made of. */
public final class KeyPerson {

    /** Names of one person that make keys; more are left out. */
    public static final int MAX_NAMES = 6;

    /** Known claims about one birth that make keys. */
    public static final int MAX_BIRTHS = 6;

    private final List<List<KeyWord>> names;
    private final KeyBirths births;
    private final Sex sex;
    private final int[] nationalities;
    private final List<Document> documents;

    /**
     * @param names the words of each name
     * @param births all claims
     * @param sex as recorded
     * @param nationalities ISO 3166-1 alpha-2
     * @param documents all known
     */
    public KeyPerson(
            List<List<KeyWord>> names,
            List<BirthDate> births,
            Sex sex,
            Set<String> nationalities,
            List<Document> documents) {
        this.documents = documents;
        this.names = names.size() > MAX_NAMES ? names.subList(0, MAX_NAMES) : names;
        this.births = new KeyBirths(births);
        this.sex = sex;
        this.nationalities = numbers(nationalities);
    }

    /** Reads the names and puts them under the keying. */
    public static KeyPerson of(Demographics person, Keying keying) {
        var names = new ArrayList<List<KeyWord>>(person.names().size());
        for (PersonName name : person.names()) {
            var words = new ArrayList<KeyWord>(4);
            for (NameToken token : NameReader.shared().read(name, person.nationalities())) {
                words.add(KeyWord.of(token, keying));
            }
            if (!words.isEmpty()) {
                names.add(words);
            }
        }
        return new KeyPerson(names, person.births(), person.sex(), person.nationalities(), person.documents());
    }

    List<List<KeyWord>> names() {
        return names;
    }

    KeyBirths births() {
        return births;
    }

    Sex sex() {
        return sex;
    }

    List<Document> documents() {
        return documents;
    }

    int[] nationalities() {
        return nationalities;
    }

    /** Two letters as a number above 0. */
    private static int[] numbers(Set<String> countries) {
        int[] numbers = new int[countries.size()];
        int size = 0;
        for (String country : countries) {
            int number = 0;
            for (int i = 0; i < country.length(); i++) {
                number = number * 32 + (country.charAt(i) & 31);
            }
            numbers[size++] = number + 1;
        }
        return numbers;
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "KeyPerson[redacted]";
    }
}
