package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps the audit tag of every person record that identity announces. */
@Singleton
class TagKeeper implements FactHandler {

    private final PersonTags tags;

    TagKeeper(PersonTags tags) {
        this.tags = tags;
    }

    @Override
    public String type() {
        return "person.created";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        tags.remember(
                UUID.fromString(fact.data().required("recordId").asText()),
                fact.data().required("tag").asText());
    }
}
