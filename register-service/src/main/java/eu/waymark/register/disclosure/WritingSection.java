package eu.waymark.register.disclosure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.disclosure.SectionsResource.SectionView;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.ReadingAsHolder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder writes and reads what it can share. */
@Singleton
class WritingSection {

    private final Permits permits;
    private final Entries entries;
    private final ReadingAsHolder reading;
    private final Sections sections;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    WritingSection(
            Permits permits,
            Entries entries,
            ReadingAsHolder reading,
            Sections sections,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.entries = entries;
        this.reading = reading;
        this.sections = sections;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    SectionView write(UUID entryId, String code, @Nullable String ifMatch, String text) {
        return audited.run(RegisterEvent.SECTION_WRITTEN, trail -> {
            entries.requireHeld(caller.get().agency(), entryId, trail);
            requireSection(code, trail);
            permits.require(Action.REVIEW_ENTRY, Relationship.HOLDER);
            var written = sections.of(entryId, code);
            written.ifPresent(section -> Versions.require(ifMatch, section.version));
            var section = written.orElseGet(() -> begun(entryId, code));
            sections.write(section, text);
            section.writtenBy = caller.get().subject();
            section.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            sections.persistAndFlush(section);
            return view(section);
        });
    }

    SectionView read(UUID entryId, String code) {
        return audited.run(RegisterEvent.SECTION_READ, trail -> {
            reading.require(entryId, trail);
            requireSection(code, trail);
            return view(sections.of(entryId, code)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nobody has written this section.")));
        });
    }

    private static void requireSection(String code, Trail trail) {
        if (Section.written().stream().noneMatch(section -> section.code().equals(code))) {
            throw CommonProblem.NOT_FOUND.because("Sections are plan-summary, contacts and safe-contact-rules.");
        }
        trail.note("section", code);
    }

    private static EntrySection begun(UUID entryId, String code) {
        var section = new EntrySection();
        section.id = UUID.randomUUID();
        section.entryId = entryId;
        section.section = code;
        return section;
    }

    private SectionView view(EntrySection section) {
        return new SectionView(section.section, sections.text(section), section.writtenAt, section.version);
    }
}
