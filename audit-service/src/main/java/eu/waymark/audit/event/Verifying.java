package eu.waymark.audit.event;

import eu.waymark.audit.event.Verified.State;
import eu.waymark.audit.log.Alarms;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.log.Proofs;
import eu.waymark.audit.log.Proofs.Coverage;
import eu.waymark.log.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds events, as the read model shows them, against the leaves they stand for, and these against the log. */
@ApplicationScoped
class Verifying {

    private final AccessEvents events;
    private final Proofs proofs;
    private final Alarms alarms;

    Verifying(AccessEvents events, Proofs proofs, Alarms alarms) {
        this.events = events;
        this.proofs = proofs;
        this.alarms = alarms;
    }

    /** The same events, each with its verdict. One that was altered stays in its place, and is an alarm. */
    List<AccessEvent> verified(List<AccessEvent> rows) {
        var leaves = events.leaves(rows);
        var hashes = new HashMap<Long, Hash>();
        leaves.forEach((index, body) -> hashes.put(index, Hash.ofLeaf(body)));
        var coverage = proofs.coverage(hashes);
        var judged = rows.stream()
                .map(row -> row.with(new Verified(judge(row, leaves, coverage), coverage.size())))
                .toList();
        alarm(judged);
        return judged;
    }

    private static State judge(AccessEvent row, Map<Long, byte[]> leaves, Coverage coverage) {
        var said = Optional.ofNullable(leaves.get(row.leafIndex()))
                .flatMap(EventColumns::read)
                .map(columns -> AccessEvent.of(row.leafIndex(), columns));
        if (said.isEmpty() || !said.get().equals(row)) {
            return State.ALTERED;
        }
        if (row.leafIndex() >= coverage.size()) {
            return State.NOT_YET_COVERED;
        }
        return coverage.included().contains(row.leafIndex()) ? State.VERIFIED : State.ALTERED;
    }

    private void alarm(List<AccessEvent> judged) {
        var altered = judged.stream().filter(AccessEvent::isAltered).toList();
        if (!altered.isEmpty()) {
            alarms.raise(Map.of(
                    "alarm",
                    "log-altered",
                    "table",
                    "access_event",
                    "place",
                    Long.toString(altered.getFirst().leafIndex()),
                    "count",
                    Integer.toString(altered.size())));
        }
    }
}
