package eu.waymark.register.travelflag;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.ReadingAsHolder;
import eu.waymark.register.travelflag.TravelFlagView.ChangeView;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All travel flags, each visible to the agency that is responsible for the child now. Only within audited work. */
@Singleton
class TravelFlags implements PanacheRepositoryBase<TravelFlag, UUID> {

    private static final String VISIBLE =
            "exists (select 1 from Entry e where e.id = entryId and e.holder = :itsAgency) and "
                    + Barriers.NONE_BEFORE_ENTRY;

    private final Entries entries;
    private final ReadingAsHolder reading;
    private final Barriers barriers;
    private final RowCipher cipher;
    private final CurrentCaller caller;
    private final Clock clock;

    TravelFlags(
            Entries entries,
            ReadingAsHolder reading,
            Barriers barriers,
            RowCipher cipher,
            CurrentCaller caller,
            Clock clock) {
        this.entries = entries;
        this.reading = reading;
        this.barriers = barriers;
        this.cipher = cipher;
        this.caller = caller;
        this.clock = clock;
    }

    /** A flag of a child of the caller's agency; unknown and others' answer alike. */
    TravelFlag own(UUID id, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var parameters = Parameters.with("id", id);
        barriers.caller().forEach(parameters::and);
        var flag = find("id = :id and " + VISIBLE, parameters)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such travel flag, or none that you may know of."));
        entries.trace(List.of(flag.entryId), trail);
        return flag;
    }

    /** The same, to be read. */
    TravelFlag read(UUID id, Trail trail) {
        var flag = own(id, LockModeType.NONE, trail);
        reading.require();
        return flag;
    }

    List<TravelFlag> read(boolean onlyInForce, Optional<Cursor> after, int limit, Trail trail) {
        reading.require();
        var where = VISIBLE + (onlyInForce ? " and status = 'active' and endsOn >= :today" : "");
        var parameters = new Parameters();
        barriers.caller().forEach(parameters::and);
        if (onlyInForce) {
            parameters.and("today", LocalDate.now(clock));
        }
        if (after.isPresent()) {
            where += " and (writtenAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        var rows = find(where + " order by writtenAt desc, id desc", parameters)
                .range(0, limit)
                .list();
        var shown = rows.stream().limit(limit).map(flag -> flag.entryId).toList();
        entries.trace(shown, trail);
        trail.returned(shown.size());
        return rows;
    }

    /** Whether a flag of the child is in force today, whichever of its entries it was set with. */
    boolean isFlagged(UUID personRecord) {
        return count(
                        "status = 'active' and startsOn <= ?2 and endsOn >= ?2"
                                + " and exists (select 1 from Entry e where e.id = entryId and e.personRecordId = ?1)",
                        personRecord,
                        LocalDate.now(clock))
                > 0;
    }

    void changed(TravelFlag flag, String kind, @Nullable String decisionMaker, @Nullable String reasons, String by) {
        var change = new TravelFlagChange();
        change.id = UUID.randomUUID();
        change.flagId = flag.id;
        change.kind = kind;
        change.decisionMaker = decisionMaker;
        change.endsOn = flag.endsOn;
        change.changedBy = by;
        change.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (reasons != null) {
            var sealed = cipher.seal(reasons.getBytes(StandardCharsets.UTF_8), context(change.id));
            change.wrappedKey = sealed.wrappedKey();
            change.reasons = sealed.ciphertext();
        }
        getEntityManager().persist(change);
    }

    TravelFlagView view(TravelFlag flag) {
        var changes = getEntityManager()
                .createQuery("from TravelFlagChange where flagId = :id order by changedAt", TravelFlagChange.class)
                .setParameter("id", flag.id)
                .getResultStream()
                .map(this::view)
                .toList();
        return TravelFlagView.of(flag, LocalDate.now(clock), changes);
    }

    TravelFlagView listed(TravelFlag flag) {
        return TravelFlagView.of(flag, LocalDate.now(clock), null);
    }

    private ChangeView view(TravelFlagChange change) {
        var reasons = change.wrappedKey == null || change.reasons == null
                ? null
                : new String(
                        cipher.open(change.wrappedKey, change.reasons, context(change.id)), StandardCharsets.UTF_8);
        return new ChangeView(change.kind, change.decisionMaker, change.endsOn, reasons, change.changedAt);
    }

    /** As the replacement of keys knows it too. */
    private static byte[] context(UUID change) {
        return ("travel-flag-change:" + change).getBytes(StandardCharsets.UTF_8);
    }
}
