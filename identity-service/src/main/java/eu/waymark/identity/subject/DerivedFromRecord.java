package eu.waymark.identity.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What identity makes from what it was told. */
@ApplicationScoped
class DerivedFromRecord implements HeldOnSubject {

    @Override
    public String title() {
        return "What is made from this";
    }

    @Override
    public List<String> about(UUID record) {
        return List.of(
                "Keyed numbers made from your names, dates and documents, by which you can be found again. Nobody can read"
                        + " your name from them.",
                "A pseudonym, under which the log keeps who looked at this record, when and why. Ask the audit service"
                        + " for that list.",
                "Nothing is decided about you by a computer: a match is a suggestion, and a person decides.");
    }
}
