package eu.waymark.register.check;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.check.IdentitySearch.Match;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.Entries.Known;
import eu.waymark.register.look.Looks;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns person records that may be the child into the answer: those that have an entry, and whom to call. */
@Singleton
class AnsweringCheck {

    /** How long a handle can be used, like a search id. */
    private static final Duration HANDLE_LIFE = Duration.ofMinutes(30);

    private final AuditedWork audited;
    private final Entries entries;
    private final Directory directory;
    private final Looks looks;
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;
    private final Period endedWindow;

    AnsweringCheck(
            AuditedWork audited,
            Entries entries,
            Directory directory,
            Looks looks,
            EntityManager entities,
            CurrentCaller caller,
            CurrentAccess access,
            Clock clock,
            @ConfigProperty(name = "waymark.register.ended-window") String endedWindow) {
        this.audited = audited;
        this.entries = entries;
        this.directory = directory;
        this.looks = looks;
        this.entities = entities;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.endedWindow = Period.parse(endedWindow);
    }

    CheckView answer(UUID checkId, Demographics child, List<Match> candidates) {
        return audited.run(RegisterEvent.CHECK_ANSWERED, trail -> {
            trail.resource(checkId.toString());
            trail.seal(Checking.TERMS, child);
            var known = known(candidates);
            var matches = new ArrayList<CheckView.Match>();
            for (var candidate : candidates) {
                var entry = known.get(candidate.recordId());
                if (entry != null) {
                    matches.add(match(checkId, candidate, entry, trail));
                }
            }
            var view = CheckView.of(checkId, matches, directory.countries());
            entities.find(ChildCheck.class, checkId).result = view.result().code();
            trail.seal(
                    "recordIds",
                    candidates.stream()
                            .map(Match::recordId)
                            .filter(known::containsKey)
                            .toList());
            trail.returned(matches.size());
            trail.note("result", view.result().code());
            return view;
        });
    }

    /** The entry of each record; of several, the active one. */
    private Map<UUID, Known> known(List<Match> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        var records = candidates.stream().map(Match::recordId).toList();
        return entries.findable(records, LocalDate.now(clock).minus(endedWindow)).stream()
                .collect(Collectors.toMap(Known::personRecordId, Function.identity(), (first, second) -> first));
    }

    private CheckView.Match match(UUID checkId, Match candidate, Known entry, Trail trail) {
        trail.about(candidate.tag());
        var match = new CheckMatch();
        match.handle = UUID.randomUUID();
        match.checkId = checkId;
        match.entryId = entry.id();
        match.result = candidate.isCertain() ? CheckMatch.HIT : CheckMatch.POSSIBLE;
        match.name = candidate.agreement().name();
        match.birthDate = candidate.agreement().birthDate();
        match.sex = candidate.agreement().sex();
        match.expiresAt = clock.instant().plus(HANDLE_LIFE);
        if (candidate.isCertain()) {
            match.confirmedAt = clock.instant();
            looks.confirmed(
                    entry.id(),
                    entry.personRecordId(),
                    entry.holder(),
                    caller.get(),
                    String.valueOf(access.get().purpose()));
        }
        entities.persist(match);
        return new CheckView.Match(
                match.handle,
                match.result,
                directory.countryOf(entry.holder()).orElse(""),
                candidate.agreement(),
                directory.deskToCall(entry.holder(), caller.get().country()));
    }
}
