package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.FaultTranslation;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What {@link AuditedWork} says of a database that is away or too busy, for what is done outside of it: counting, say. */
@Singleton
class BusyDatabase implements FaultTranslation {

    @Override
    public Optional<ProblemException> translate(Throwable fault) {
        return DatabaseFaults.away(fault);
    }
}
