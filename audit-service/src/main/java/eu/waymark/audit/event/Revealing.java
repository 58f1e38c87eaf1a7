package eu.waymark.audit.event;

import eu.waymark.audit.event.Verified.State;
import eu.waymark.audit.log.Alarms;
import eu.waymark.audit.log.Details;
import eu.waymark.audit.log.EventColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets events about sealed children look like all others to the compliance of their own agency: what the leaf hides is put
 * back from its sealed details (architecture, invariant 8).
 */
@ApplicationScoped
class Revealing {

    private final AccessEvents events;
    private final Details details;
    private final Alarms alarms;

    Revealing(AccessEvents events, Details details, Alarms alarms) {
        this.events = events;
        this.details = details;
        this.alarms = alarms;
    }

    /** @param agency whose events these are */
    List<AccessEvent> revealed(String agency, List<AccessEvent> rows) {
        var hidden = rows.stream().filter(row -> row.agency() == null).toList();
        if (hidden.isEmpty()) {
            return rows;
        }
        var leaves = events.leaves(hidden);
        var sealed = events.details(hidden);
        return rows.stream()
                .map(row -> row.agency() == null ? revealed(agency, row, leaves, sealed) : row)
                .toList();
    }

    private AccessEvent revealed(String agency, AccessEvent row, Map<Long, byte[]> leaves, Map<Long, byte[]> sealed) {
        var box = sealed.get(row.leafIndex());
        if (box == null) {
            return row.erased(agency);
        }
        return Optional.ofNullable(leaves.get(row.leafIndex()))
                .flatMap(EventColumns::read)
                .map(EventColumns::seal)
                .filter(seal -> seal.vouchesFor(box))
                .flatMap(seal -> details.open(row.id(), seal.kid(), box))
                .map(opened -> row.revealed(agency, opened.core()))
                .orElseGet(() -> altered(agency, row));
    }

    private AccessEvent altered(String agency, AccessEvent row) {
        alarms.raise(Map.of("alarm", "log-altered", "table", "sealed_detail", "place", Long.toString(row.leafIndex())));
        var verdict = row.verified();
        var shown = row.erased(agency);
        return verdict == null ? shown : shown.with(new Verified(State.ALTERED, verdict.checkpointSize()));
    }
}
