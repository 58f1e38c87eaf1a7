package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.ConcealedWork;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;

/** The child is hidden no more: events of the worker show again what they are about. */
@Singleton
class WorkShown implements FactHandler {

    private final ConcealedWork concealed;

    WorkShown(ConcealedWork concealed) {
        this.concealed = concealed;
    }

    @Override
    public String type() {
        return "work.shown";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        concealed.end(fact.subject());
    }
}
