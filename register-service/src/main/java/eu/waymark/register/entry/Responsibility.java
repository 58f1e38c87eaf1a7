package eu.waymark.register.entry;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/**
 * Until when the caller's agency was responsible for a child: what it began goes on under the next holder, and it reads what
 * was so in its own time (features F3, F4). Only within audited work.
 */
@Singleton
public class Responsibility {

    private static final String ENDED = """
            select coalesce(max(upper(during)) filter (where not upper_inf(during)), '-infinity'::timestamptz)
              from entry_holder where entry_id = :entry and agency = :agency""";

    private final EntityManager entities;
    private final Entries entries;
    private final CurrentCaller caller;

    Responsibility(EntityManager entities, Entries entries, CurrentCaller caller) {
        this.entities = entities;
        this.entries = entries;
        this.caller = caller;
    }

    /** Whether the caller's agency is responsible now. */
    public boolean isCallers(UUID entryId) {
        return caller.get().agency().equals(holderOf(entryId));
    }

    /** Who is responsible now, for an entry that is there. */
    public String holderOf(UUID entryId) {
        return entries.holderOf(entryId).orElseThrow();
    }

    /** When the caller's agency, which is not responsible now, last passed the child on; never, the beginning of time. */
    public Instant passedOn(UUID entryId) {
        return Column.of(entities, ENDED, Instant.class)
                .setParameter("entry", entryId)
                .setParameter("agency", caller.get().agency())
                .getSingleResult();
    }
}
