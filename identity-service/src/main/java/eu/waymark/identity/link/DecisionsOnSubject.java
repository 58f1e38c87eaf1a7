package eu.waymark.identity.link;

import eu.waymark.identity.subject.HeldOnSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What people decided about a record and others. Neither the others nor who decided are told: that another agency knows
 * the child would lead whoever asks in the child's name to where the child is.
 */
@ApplicationScoped
class DecisionsOnSubject implements HeldOnSubject {

    private final Links links;

    DecisionsOnSubject(Links links) {
        this.links = links;
    }

    @Override
    public String title() {
        return "What people decided about this record";
    }

    @Override
    public List<String> about(UUID record) {
        var decisions = links.of(record).size();
        return decisions == 0
                ? List.of()
                : List.of("People compared this record with others and decided whether they are one person's: "
                        + decisions + " times. What the other records say is told to those whom they are about.");
    }
}
