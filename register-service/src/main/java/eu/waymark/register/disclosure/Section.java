package eu.waymark.register.disclosure;

import eu.waymark.access.AccessLevel;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part of what can be told about a child. Each share names its parts. */
enum Section {
    /** The measure, in the country's own words and as its common class. */
    MEASURE("measure", AccessLevel.SUMMARY),
    /** Kinds of harm, and how high the risk is. */
    RISK("risk", AccessLevel.SUMMARY),
    /** The entry's short summary. */
    SUMMARY("summary", AccessLevel.SUMMARY),
    PLAN_SUMMARY("plan-summary", AccessLevel.FULL),
    CONTACTS("contacts", AccessLevel.FULL),
    /** How child and family may be reached without danger. */
    SAFE_CONTACT_RULES("safe-contact-rules", AccessLevel.FULL);

    static final String CODES = "measure|risk|summary|plan-summary|contacts|safe-contact-rules";

    private final String code;
    private final AccessLevel level;

    Section(String code, AccessLevel level) {
        this.code = code;
        this.level = level;
    }

    String code() {
        return code;
    }

    /** What an agreement discloses by itself, and a holder that names no sections. */
    static List<String> summary() {
        return readableAt(
                AccessLevel.SUMMARY, Arrays.stream(values()).map(Section::code).toList());
    }

    /** Those sections that somebody may read who may read so much. */
    static List<String> readableAt(AccessLevel most, Collection<String> codes) {
        return Arrays.stream(values())
                .filter(section -> section.level.compareTo(most) <= 0 && codes.contains(section.code))
                .map(Section::code)
                .toList();
    }

    /** In their own order, each once. */
    static List<String> ordered(Collection<String> codes) {
        return readableAt(AccessLevel.FULL, codes);
    }

    /** Those that the holder writes apart from the entry. */
    static Set<Section> written() {
        return EnumSet.of(PLAN_SUMMARY, CONTACTS, SAFE_CONTACT_RULES);
    }
}
