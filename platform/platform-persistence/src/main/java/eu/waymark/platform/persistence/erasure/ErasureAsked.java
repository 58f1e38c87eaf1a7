package eu.waymark.platform.persistence.erasure;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.fact.Fact;
import eu.waymark.platform.persistence.fact.FactHandler;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Remembers each erasure that two people have decided on, so that it outlives a crash. It is carried out later. */
@Singleton
class ErasureAsked implements FactHandler {

    private final Erasures erasures;

    ErasureAsked(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String type() {
        return "person.erasure.approved";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        erasures.ask(
                UUID.fromString(fact.data().required("recordId").asText()),
                UUID.fromString(fact.data().required("erasureId").asText()));
    }
}
