package eu.waymark.matching.score;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A word as frequencies count it: all spellings of one name together.
 *
 * @param role given or family
 * @param key lexicon group or consonant skeleton; derived from a name, so a service stores it only as a keyed hash
 */
public record Term(NameRole role, String key) {

    /** What a record adds to the counts: each term once. */
    public static Set<Term> of(Demographics demographics) {
        var terms = new LinkedHashSet<Term>();
        for (PersonName name : demographics.names()) {
            for (NameToken token : NameReader.shared().read(name, demographics.nationalities())) {
                terms.add(new Term(token.role(), token.forms().canonical()));
            }
        }
        return terms;
    }

    /** Never shows the word. */
    @Override
    public String toString() {
        return "Term[" + role + ", redacted]";
    }
}
