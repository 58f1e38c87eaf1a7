package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Records are one child no longer; each has its own identity back. */
@Singleton
class PersonUnlinked implements FactHandler {

    private final PersonIdentities identities;

    PersonUnlinked(PersonIdentities identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return "person.unlinked";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        identities.linked(
                UUID.fromString(fact.data().required("recordId").asText()),
                UUID.fromString(fact.data().required("identityId").asText()));
    }
}
