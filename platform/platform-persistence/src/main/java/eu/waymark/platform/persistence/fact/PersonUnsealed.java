package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** From now on events may show again that they are about this child. */
@Singleton
class PersonUnsealed implements FactHandler {

    private final PersonTags tags;

    PersonUnsealed(PersonTags tags) {
        this.tags = tags;
    }

    @Override
    public String type() {
        return "person.unsealed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        tags.seal(UUID.fromString(fact.data().required("recordId").asText()), false);
    }
}
