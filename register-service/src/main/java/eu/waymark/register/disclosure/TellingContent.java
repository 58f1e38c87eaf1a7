package eu.waymark.register.disclosure;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.exclusion.DeskToCall;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an asker reads of an entry: the sections that are shared, as far as the access policy lets its role, agency and
 * purpose read what an agreement or a disclosure tells. Only within audited work.
 */
@Singleton
class TellingContent {

    private final Entries entries;
    private final Sections sections;
    private final AgreedContent agreed;
    private final DeskToCall desks;
    private final Permits permits;

    TellingContent(Entries entries, Sections sections, AgreedContent agreed, DeskToCall desks, Permits permits) {
        this.entries = entries;
        this.sections = sections;
        this.agreed = agreed;
        this.desks = desks;
        this.permits = permits;
    }

    /** Null where the asker may read nothing of what is shared. */
    @Nullable
    DisclosedContent of(Disclosure disclosure) {
        var relationship = disclosure.isByAgreement() ? Relationship.AGREEMENT : Relationship.DISCLOSED_TO;
        var readable = Set.copyOf(Section.readableAt(most(relationship), agreed.readable(disclosure)));
        return readable.isEmpty() ? null : content(disclosure, readable);
    }

    private DisclosedContent content(Disclosure disclosure, Set<String> readable) {
        var told = entries.tell(disclosure.entryId);
        var holder = entries.holderOf(disclosure.entryId).orElse(disclosure.holder);
        return new DisclosedContent(
                when(readable, Section.MEASURE, told.measure()),
                when(readable, Section.RISK, told.harms()),
                when(readable, Section.RISK, told.risk()),
                told.status(),
                when(readable, Section.SUMMARY, told.summary()),
                written(readable, Section.PLAN_SUMMARY, disclosure.entryId),
                written(readable, Section.CONTACTS, disclosure.entryId),
                written(readable, Section.SAFE_CONTACT_RULES, disclosure.entryId),
                desks.toCall(disclosure.entryId, holder));
    }

    private static <T> @Nullable T when(Set<String> readable, Section section, T told) {
        return readable.contains(section.code()) ? told : null;
    }

    private @Nullable String written(Set<String> readable, Section section, UUID entryId) {
        return readable.contains(section.code()) ? sections.text(entryId, section) : null;
    }

    private AccessLevel most(Relationship relationship) {
        if (may(AccessLevel.FULL, relationship)) {
            return AccessLevel.FULL;
        }
        return may(AccessLevel.SUMMARY, relationship) ? AccessLevel.SUMMARY : AccessLevel.EXISTENCE;
    }

    private boolean may(AccessLevel level, Relationship relationship) {
        try {
            permits.requireLevel(level.name(), relationship);
            return true;
        } catch (ProblemException denied) {
            // Less may be read, which is an answer here and no refusal.
            return false;
        }
    }
}
