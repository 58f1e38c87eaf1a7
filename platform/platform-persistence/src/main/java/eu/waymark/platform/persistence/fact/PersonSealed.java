package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** From now on events hide which child they are about, when it is this one. */
@Singleton
class PersonSealed implements FactHandler {

    private final PersonTags tags;

    PersonSealed(PersonTags tags) {
        this.tags = tags;
    }

    @Override
    public String type() {
        return "person.sealed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        tags.seal(UUID.fromString(fact.data().required("recordId").asText()), true);
    }
}
