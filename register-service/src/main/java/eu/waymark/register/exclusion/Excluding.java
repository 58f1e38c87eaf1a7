package eu.waymark.register.exclusion;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.exclusion.ExclusionsResource.NewExclusion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps somebody from an entry of the caller's agency, and lets them back. */
@Singleton
class Excluding {

    private final Permits permits;
    private final Exclusions exclusions;
    private final Entries entries;
    private final Directory directory;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    Excluding(
            Permits permits,
            Exclusions exclusions,
            Entries entries,
            Directory directory,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.exclusions = exclusions;
        this.entries = entries;
        this.directory = directory;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    ExclusionView exclude(UUID entryId, NewExclusion request) {
        return audited.run(RegisterEvent.EXCLUSION_SET, trail -> {
            requireHeld(entryId, trail);
            trail.note("kind", request.kind());
            trail.seal("party", request.party());
            requireKnown(request);
            if (request.kind().equals(Exclusion.AGENCY) && exclusions.isReceiving(request.party(), entryId)) {
                throw RegisterProblem.TRANSFER_OPEN.because(
                        "The child is being transferred to this agency: withdraw the transfer first.");
            }
            var exclusion = exclusion(entryId, request);
            exclusions.persistAndFlush(exclusion);
            return ExclusionView.of(exclusion);
        });
    }

    Page<ExclusionView> list(UUID entryId, PageRequest page) {
        return audited.run(RegisterEvent.EXCLUSIONS_READ, trail -> {
            requireHeld(entryId, trail);
            var rows = exclusions.of(entryId, page.after(), page.limit());
            trail.returned(Math.min(rows.size(), page.limit()));
            return Page.of(rows, page.limit(), row -> new Cursor(row.setAt, row.id), ExclusionView::of);
        });
    }

    ExclusionView lift(UUID entryId, UUID id, @Nullable String ifMatch) {
        return audited.run(RegisterEvent.EXCLUSION_LIFTED, trail -> {
            requireHeld(entryId, trail);
            var exclusion = exclusions
                    .findByIdOptional(id)
                    .filter(found -> found.entryId.equals(entryId))
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such exclusion of this entry."));
            Versions.require(ifMatch, exclusion.version);
            if (exclusion.isLifted()) {
                throw RegisterProblem.ILLEGAL_TRANSITION.because("The exclusion is lifted already.");
            }
            exclusion.liftedBy = caller.get().subject();
            exclusion.liftedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            exclusions.flush();
            return ExclusionView.of(exclusion);
        });
    }

    private void requireHeld(UUID entryId, Trail trail) {
        entries.requireHeldBy(caller.get().agency(), entryId, trail);
        permits.require(Action.EXCLUDE_FROM_ENTRY, Relationship.HOLDER);
    }

    /** Persons are known to the issuer only; a whole agency that is responsible cannot be kept from its own entry. */
    private void requireKnown(NewExclusion request) {
        var isKnown =
                switch (request.kind()) {
                    case Exclusion.AGENCY ->
                        directory.countryOf(request.party()).isPresent();
                    case Exclusion.DESK ->
                        directory.agencyOfDesk(request.party()).isPresent();
                    default -> true;
                };
        if (!isKnown) {
            throw RegisterProblem.UNKNOWN_CODE
                    .because("Choose an agency or a desk of the directory.")
                    .at("party", "is not in the directory");
        }
        if (request.kind().equals(Exclusion.AGENCY)
                && request.party().equals(caller.get().agency())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Your agency is responsible for the child: transfer the responsibility first.")
                    .at("party", "must not be your own agency");
        }
    }

    private Exclusion exclusion(UUID entryId, NewExclusion request) {
        var exclusion = new Exclusion();
        exclusion.id = UUID.randomUUID();
        exclusion.entryId = entryId;
        exclusion.kind = request.kind();
        exclusion.party = request.party();
        exclusion.reason = request.reason();
        exclusion.validTo = request.validTo();
        exclusion.setBy = caller.get().subject();
        exclusion.setAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return exclusion;
    }
}
