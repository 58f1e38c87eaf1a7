package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.ConcealedWork;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** From now on events of a worker about a hidden child show neither the child nor the agency. */
@Singleton
class WorkConcealed implements FactHandler {

    private final ConcealedWork concealed;

    WorkConcealed(ConcealedWork concealed) {
        this.concealed = concealed;
    }

    @Override
    public String type() {
        return "work.concealed";
    }

    @Override
    public void handle(Fact fact, Trail trail) {
        var names = new ArrayList<String>();
        fact.data().required("names").forEach(name -> names.add(name.asText()));
        concealed.begin(fact.subject(), names, fact.data().required("worker").asText());
    }
}
