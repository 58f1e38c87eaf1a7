package eu.waymark.audit.log;

import eu.waymark.audit.log.SealedKeys.Kind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom an event with sealed details is about, so that its own agency finds it, and an erasure reaches it. Details
 * that cannot be opened stop nothing: the event is evidence without them.
 */
@Singleton
public class SealedIndexing implements LeafIndexing {

    private final Details details;
    private final SealedKeys keys;
    private final Alarms alarms;

    SealedIndexing(Details details, SealedKeys keys, Alarms alarms) {
        this.details = details;
        this.keys = keys;
        this.alarms = alarms;
    }

    /** One key under which an event is found. */
    public record IndexRow(Kind kind, byte[] key) {}

    @Override
    public Leaf indexed(Leaf leaf) {
        var event = leaf.event();
        var seal = event.sealed();
        if (seal == null && !event.isErasure()) {
            return leaf;
        }
        var opened = open(event, leaf.sealed());
        if (seal != null && opened.isEmpty()) {
            alarms.raise(
                    Map.of("alarm", "details-unreadable", "source", event.src().id()));
        }
        return leaf.indexed(
                rows(event.actor().agency() != null, Set.copyOf(event.subjects()), opened.map(Details.Opened::core)));
    }

    private Optional<Details.Opened> open(AuditEvent event, byte @Nullable [] sealed) {
        var seal = event.sealed();
        return seal == null || sealed == null
                ? Optional.empty()
                : details.open(UUID.fromString(event.id()), seal.kid(), sealed);
    }

    /**
     * The rows of an event with details, or of an erasure.
     *
     * @param isOpen whether the event itself names the agency
     */
    public List<IndexRow> rows(boolean isOpen, Set<String> subjects, Optional<Details.Core> hidden) {
        var rows = new ArrayList<IndexRow>();
        var all = new TreeSet<>(subjects);
        hidden.ifPresent(core -> all.addAll(core.subjects()));
        // So that an erasure takes what was searched for with it. Nobody finds anything by that, for the search is no
        // look.
        hidden.map(Details.Core::sought).ifPresent(all::add);
        all.forEach(subject -> rows.add(row(Kind.SUBJECT, subject)));
        if (!isOpen) {
            hidden.map(Details.Core::agency).ifPresent(agency -> rows.add(row(Kind.AGENCY, agency)));
            hidden.map(Details.Core::caseReference).ifPresent(about -> rows.add(row(Kind.CASE, about)));
        }
        return rows;
    }

    private IndexRow row(Kind kind, String value) {
        return new IndexRow(kind, keys.of(kind, value));
    }
}
