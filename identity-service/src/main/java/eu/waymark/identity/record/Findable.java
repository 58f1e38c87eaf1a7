package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.KeyPerson;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.platform.web.Personal;
import java.util.ArrayList;
import java.util.List;

/** What somebody is to be found by, before it is known which of their keys are hot. */
record Findable(List<KeyPerson> views, List<IndexedWord> words) implements Personal {

    static Findable of(Demographics who, Keying keying) {
        var views = new ArrayList<KeyPerson>(1);
        var words = new ArrayList<IndexedWord>(4);
        for (var view : who.views()) {
            views.add(KeyPerson.of(view, keying));
            words.addAll(IndexedWord.of(view, keying));
        }
        return new Findable(views, words);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
