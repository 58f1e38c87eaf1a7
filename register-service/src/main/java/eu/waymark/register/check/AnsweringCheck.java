package eu.waymark.register.check;

import eu.waymark.access.AccessLevel;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.check.IdentitySearch.Match;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.Entries.Known;
import eu.waymark.register.exclusion.Alarms;
import eu.waymark.register.exclusion.DeskToCall;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns person records that may be the child into the answer: those that have an entry, and whom to call. */
@Singleton
class AnsweringCheck {

    /** How long a handle can be used, like a search id. */
    private static final Duration HANDLE_LIFE = Duration.ofMinutes(30);

    private static final String EXISTENCE = AccessLevel.EXISTENCE.name();

    private final Permits permits;
    private final AuditedWork audited;
    private final Entries entries;
    private final Directory directory;
    private final NotingLook looks;
    private final DeskToCall desks;
    private final Alarms alarms;
    private final EntityManager entities;
    private final Clock clock;

    AnsweringCheck(
            Permits permits,
            AuditedWork audited,
            Entries entries,
            Directory directory,
            NotingLook looks,
            DeskToCall desks,
            Alarms alarms,
            EntityManager entities,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.entries = entries;
        this.directory = directory;
        this.looks = looks;
        this.desks = desks;
        this.alarms = alarms;
        this.entities = entities;
        this.clock = clock;
    }

    CheckView answer(UUID checkId, Object terms, List<Match> candidates, Manner manner) {
        return audited.run(RegisterEvent.CHECK_ANSWERED, trail -> {
            trail.resource(checkId.toString());
            trail.seal(Checking.TERMS, terms);
            var known = known(candidates);
            var matches = new ArrayList<CheckView.Match>();
            var kept = new ArrayList<UUID>();
            for (var candidate : candidates) {
                var entry = known.get(candidate.recordId());
                if (entry != null && permits.allows(EXISTENCE, entry.asker())) {
                    trail.about(candidate.tag());
                    matches.add(match(checkId, candidate, entry, manner.isProtected()));
                } else if (entry != null && candidate.isCertain()) {
                    kept.add(entry.id());
                }
            }
            alarms.note(kept);
            var view = CheckView.of(checkId, matches, directory.countries(), manner.languages());
            entities.find(ChildCheck.class, checkId).result = view.result().code();
            trail.seal("recordIds", shown(candidates, known));
            trail.returned(matches.size());
            trail.note("result", view.result().code());
            return view;
        });
    }

    private List<UUID> shown(List<Match> candidates, Map<UUID, Known> known) {
        return candidates.stream()
                .map(Match::recordId)
                .filter(record -> known.containsKey(record)
                        && permits.allows(EXISTENCE, known.get(record).asker()))
                .toList();
    }

    /** The entry of each record; asked for nobody too, so that no answer tells by its time whether there was anybody. */
    private Map<UUID, Known> known(List<Match> candidates) {
        var records = candidates.stream().map(Match::recordId).toList();
        return entries.findable(records, LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Known::personRecordId, Function.identity()));
    }

    private CheckView.Match match(UUID checkId, Match candidate, Known entry, boolean isProtected) {
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
            looks.note(isProtected, entry.id(), entry.personRecordId(), entry.holder());
        }
        entities.persist(match);
        return new CheckView.Match(
                match.handle,
                match.result,
                directory.countryOf(entry.holder()).orElse(""),
                candidate.agreement(),
                desks.toCall(entry.id(), entry.holder()));
    }
}
