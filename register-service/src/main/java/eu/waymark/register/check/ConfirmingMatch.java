package eu.waymark.register.check;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.exclusion.DeskToCall;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A person says that a possible match is the child: only now is it a look, and only now is the holder told. */
@Singleton
class ConfirmingMatch {

    private final Permits permits;
    private final AuditedWork audited;
    private final Matches matches;
    private final Entries entries;
    private final Directory directory;
    private final NotingLook looks;
    private final DeskToCall desks;
    private final Clock clock;

    ConfirmingMatch(
            Permits permits,
            AuditedWork audited,
            Matches matches,
            Entries entries,
            Directory directory,
            NotingLook looks,
            DeskToCall desks,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.matches = matches;
        this.entries = entries;
        this.directory = directory;
        this.looks = looks;
        this.desks = desks;
        this.clock = clock;
    }

    CheckView.Match confirm(UUID checkId, UUID handle) {
        return audited.run(RegisterEvent.MATCH_CONFIRMED, trail -> {
            trail.resource(handle.toString());
            var match = matches.usable(handle);
            if (!match.checkId.equals(checkId)) {
                throw CommonProblem.NOT_FOUND.because("There is no such match in this check.");
            }
            permits.require(Action.CHECK, Relationship.NONE);
            entries.trace(List.of(match.entryId), trail);
            var holder = entries.holderOf(match.entryId).orElseThrow();
            if (!match.isConfirmed()) {
                match.confirmedAt = clock.instant();
                looks.note(matches.isProtected(match), match.entryId, entries.childOf(match.entryId), holder);
            }
            return new CheckView.Match(
                    match.handle,
                    match.result,
                    directory.countryOf(holder).orElse(""),
                    match.agreement(),
                    desks.toCall(match.entryId, holder));
        });
    }
}
