package eu.waymark.identity.record;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;
import java.util.ArrayList;
import java.util.List;

/** A word of a name, by the hash under which the dictionary knows it. */
record IndexedWord(long word, KeyWord key) {

    /** The words of all names that say enough for a key. */
    static List<IndexedWord> of(Demographics person, Keying keying) {
        var words = new ArrayList<IndexedWord>(4);
        for (PersonName name : person.names()) {
            for (var token : NameReader.shared().read(name, person.nationalities())) {
                var key = KeyWord.of(token, keying);
                if (key.usable()) {
                    words.add(new IndexedWord(keying.hash("heard:" + key.sound()), key));
                }
            }
        }
        return words;
    }

    /** Never shows the word. */
    @Override
    public String toString() {
        return "IndexedWord[redacted]";
    }
}
