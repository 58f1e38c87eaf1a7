package eu.waymark.register.exclusion;

import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may be told that somebody asked who is kept from an entry: the holder, unless one of its own desks or workers is the
 * one to be kept away; then the central authority of its country; then an inspectorate.
 */
@Singleton
class Unconflicted {

    private final Exclusions exclusions;
    private final Barriers barriers;
    private final Directory directory;
    private final Entries entries;

    Unconflicted(Exclusions exclusions, Barriers barriers, Directory directory, Entries entries) {
        this.exclusions = exclusions;
        this.barriers = barriers;
        this.directory = directory;
        this.entries = entries;
    }

    Optional<String> of(ExclusionAlarm alarm) {
        var holder = entries.holderOf(alarm.entryId).orElseThrow();
        var country = directory.countryOf(holder).orElse("");
        return Stream.concat(
                        Stream.of(holder),
                        Stream.concat(
                                directory.centralAuthority(country).stream(),
                                directory.inspectorates(country).stream()))
                .filter(agency -> !agency.equals(alarm.agency))
                .filter(agency -> !exclusions.isOfDesks(agency, alarm.entryId))
                .filter(agency -> barriers.of(alarm.entryId, agency, country).isEmpty())
                .findFirst();
    }
}
