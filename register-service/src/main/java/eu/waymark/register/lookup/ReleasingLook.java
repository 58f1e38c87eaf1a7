package eu.waymark.register.lookup;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.look.Looks;
import eu.waymark.register.lookup.LookupsResource.Release;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The asker's central authority lets the holder's side know more of a protected look. */
@Singleton
class ReleasingLook {

    private final Permits permits;
    private final ProtectedLooks looks;
    private final Looks ordinary;
    private final Entries entries;
    private final Directory directory;
    private final Barriers barriers;
    private final Notifications notifications;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    ReleasingLook(
            Permits permits,
            ProtectedLooks looks,
            Looks ordinary,
            Entries entries,
            Directory directory,
            Barriers barriers,
            Notifications notifications,
            EntityManager entities,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.looks = looks;
        this.ordinary = ordinary;
        this.entries = entries;
        this.directory = directory;
        this.barriers = barriers;
        this.notifications = notifications;
        this.entities = entities;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    Release release(UUID id, Release request) {
        return audited.run(RegisterEvent.LOOK_RELEASED, trail -> {
            trail.resource(id.toString());
            var look = looks.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .filter(found -> directory
                            .centralAuthority(found.country)
                            .filter(caller.get().agency()::equals)
                            .isPresent())
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                            "There is no such protected look of your country's agencies."));
            permits.requireLevel(AccessLevel.EXISTENCE.name(), Relationship.NONE);
            entries.trace(List.of(look.entryId), trail);
            trail.note("recipient", request.recipient());
            trail.note("what", request.what());
            entities.persist(row(look, request));
            entities.flush();
            tell(look, request);
            return request;
        });
    }

    private void tell(ProtectedLook look, Release request) {
        var holder = entries.holderOf(look.entryId).orElseThrow();
        var child = entries.childOf(look.entryId);
        var withPerson = request.what().equals(LookRelease.WITH_PERSON);
        if (request.isToHolder() && withPerson) {
            look.shown = true;
            ordinary.confirmed(look.entryId, child, holder, look.asker(), look.purpose);
            return;
        }
        recipient(look, holder, request)
                .ifPresent(agency -> notifications.tell(
                        agency,
                        NotificationKind.LOOK_RELEASED,
                        look.id,
                        child,
                        withPerson ? look.asker() : look.askingAgency(),
                        look.purpose));
    }

    private Optional<String> recipient(ProtectedLook look, String holder, Release request) {
        if (request.isToHolder()) {
            return Optional.of(holder);
        }
        var country = directory.countryOf(holder).orElse("");
        return directory.centralAuthority(country).filter(authority -> barriers.of(look.entryId, authority, country)
                .isEmpty());
    }

    private LookRelease row(ProtectedLook look, Release request) {
        var release = new LookRelease();
        release.id = UUID.randomUUID();
        release.lookId = look.id;
        release.recipient = request.recipient();
        release.what = request.what();
        release.releasedBy = caller.get().subject();
        release.releasedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return release;
    }
}
