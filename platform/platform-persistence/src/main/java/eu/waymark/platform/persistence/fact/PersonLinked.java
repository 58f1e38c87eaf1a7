package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Two or more records are one child from now on. */
@Singleton
class PersonLinked implements FactHandler {

    private final PersonIdentities identities;

    PersonLinked(PersonIdentities identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return "person.linked";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        identities.linked(
                UUID.fromString(fact.data().required("recordId").asText()),
                UUID.fromString(fact.data().required("identityId").asText()));
    }
}
