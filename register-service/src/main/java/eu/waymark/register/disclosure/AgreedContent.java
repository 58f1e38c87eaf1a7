package eu.waymark.register.disclosure;

import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What an agreement discloses by itself: the summary, less what a decision keeps back, and nothing where danger, protection or
 * asylum is marked (architecture, invariant 4). Asked anew at each reading, for a child may come into danger after the asker
 * was told. Only within audited work.
 */
@Singleton
class AgreedContent {

    private final Entries entries;
    private final Withholdings withholdings;

    AgreedContent(Entries entries, Withholdings withholdings) {
        this.entries = entries;
        this.withholdings = withholdings;
    }

    /** The sections that may be told today without a person's decision. */
    List<String> tellable(Disclosure disclosure) {
        if (entries.safeguards(disclosure.entryId).needDecision()) {
            return List.of();
        }
        var kept = withholdings.keptFrom(disclosure.entryId, disclosure.askingAgency, disclosure.askingCountry);
        return Section.summary().stream()
                .filter(section -> !kept.contains(section))
                .toList();
    }

    /** The sections that the asker may read now: what a person decided stands, what an agreement gave is asked anew. */
    List<String> readable(Disclosure disclosure) {
        return disclosure.isByAgreement()
                ? disclosure.sections.stream()
                        .filter(tellable(disclosure)::contains)
                        .toList()
                : disclosure.sections;
    }
}
