package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How old a child is taken to be. Kept, and nothing ends by it (architecture, invariant 5). */
@Singleton
class AgeStatusChanged implements FactHandler {

    private final PersonIdentities identities;

    AgeStatusChanged(PersonIdentities identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return "age-status.changed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        identities.aged(
                UUID.fromString(fact.data().required("recordId").asText()),
                fact.data().required("state").asText(),
                fact.data().required("treatedAsChild").asBoolean(true));
    }
}
