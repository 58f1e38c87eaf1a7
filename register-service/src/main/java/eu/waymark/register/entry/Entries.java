package eu.waymark.register.entry;

import static java.util.stream.Collectors.joining;

import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All entries. Only within audited work. */
@Singleton
public class Entries implements PanacheRepositoryBase<Entry, UUID> {

    private static final String FINDABLE = """
            select distinct on (e.person_record_id) e.id, e.person_record_id, e.holder,
                   child_barrier(e.person_record_id, :subject, :desk, :itsAgency, :country)
              from entry e join measure m on m.code = e.measure
             where e.person_record_id = any (cast(:records as uuid[])) and not is_of_age(e.person_record_id)
               and (e.status = 'active'
                    or cast(:today as date) <= found_until(e.end_reason, e.ended_at, m.country, :today)
                    or is_protected_still(e.id))
             order by e.person_record_id, e.status, e.ended_at desc""";

    private final PersonTags tags;
    private final RowCipher cipher;
    private final Directory directory;
    private final Barriers barriers;

    Entries(PersonTags tags, RowCipher cipher, Directory directory, Barriers barriers) {
        this.tags = tags;
        this.cipher = cipher;
        this.directory = directory;
        this.barriers = barriers;
    }

    /**
     * What a check may know of an entry: that it is there, and who is responsible.
     *
     * @param asker what the caller is to the child: {@code NONE}, or what keeps them from it
     */
    public record Known(UUID id, UUID personRecordId, String holder, Relationship asker) {}

    /** What a disclosure tells of an entry. */
    public record Told(Directory.MeasureName measure, List<String> harms, String risk, String status, String summary) {}

    /**
     * The entries of some person records that a check finds, in one question: active ones, and recently ended ones as their
     * country has it; of each record one, the active one before others. None of a child who is proven to be of age; one of a
     * child who was the wrong one for four weeks more.
     */
    public List<Known> findable(Collection<UUID> personRecords, LocalDate today) {
        var query = getEntityManager()
                .createNativeQuery(FINDABLE, Object[].class)
                .setParameter(
                        "records", personRecords.stream().map(UUID::toString).collect(joining(",", "{", "}")))
                .setParameter("today", today);
        barriers.caller().forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Known(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        Relationship.of((String) row[3]).orElse(Relationship.NONE)))
                .toList();
    }

    /**
     * What keeps the answer about a child from those who would endanger it.
     *
     * @param id of an entry that is there
     */
    public Safeguards safeguards(UUID id) {
        return findById(id).safeguards;
    }

    /** The current holder of an entry. */
    public Optional<String> holderOf(UUID id) {
        return findByIdOptional(id).map(entry -> entry.holder);
    }

    /** On which day an entry ended; nothing while it is active. */
    public Optional<LocalDate> endOf(UUID id) {
        return Optional.ofNullable(findById(id).endedOn);
    }

    /** The person record that an entry is about. */
    public UUID childOf(UUID id) {
        return findById(id).personRecordId;
    }

    /** Whether an entry is that of the caller's agency, and the caller is not kept from it. */
    public boolean isHeldBy(String agency, UUID id) {
        return holderOf(id).filter(agency::equals).isPresent() && barriers.isNoneBefore(id);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 unless the agency holds the entry and the caller may know it */
    public void requireHeldBy(String agency, UUID id, Trail trail) {
        heldBy(agency, id, trail);
    }

    /**
     * What passing an entry on needs to know of it.
     *
     * @param place where its measure is in force
     */
    public record Held(UUID id, boolean isActive, String place) {

        /** @throws eu.waymark.platform.web.problem.ProblemException 409 when it has ended */
        public void requireActive() {
            Entries.requireActive(isActive);
        }
    }

    static void requireActive(boolean isActive) {
        if (!isActive) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("The entry has ended.");
        }
    }

    /**
     * An entry of an agency, which nobody else changes until the end of the transaction.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    public Held requireHeld(String agency, UUID id, Trail trail) {
        var entry = heldBy(agency, id, trail);
        getEntityManager().refresh(entry, LockModeType.PESSIMISTIC_WRITE);
        if (!entry.holder.equals(agency)) {
            throw unknown();
        }
        return new Held(entry.id, entry.isActive(), directory.placeOf(entry.measure));
    }

    /** Where the measure of an entry is in force. */
    public String placeOf(UUID id) {
        return directory.placeOf(findById(id).measure);
    }

    /** Makes another agency responsible; the database refuses it but for an acceptance in the same transaction. */
    public void handOver(UUID id, String to) {
        findById(id, LockModeType.PESSIMISTIC_WRITE).holder = to;
    }

    /** Puts the children of some entries on the trail. */
    public void trace(Collection<UUID> ids, Trail trail) {
        if (!ids.isEmpty()) {
            var records = list("id in ?1", ids).stream()
                    .map(entry -> entry.personRecordId)
                    .toList();
            tags.find(records).forEach(trail::about);
        }
    }

    public Told tell(UUID id) {
        var entry = findById(id);
        return new Told(directory.measure(entry.measure), entry.harms, entry.risk, entry.status, summary(entry));
    }

    /** Whether the issuer of a document has said, uncontested, that a child is of age (architecture, invariant 6). */
    boolean isOfAge(UUID personRecord) {
        return Column.of(getEntityManager(), "select is_of_age(:record)", Boolean.class)
                .setParameter("record", personRecord)
                .getSingleResult();
    }

    /** Lets the next review be due no later than a day. */
    public void reviewBy(UUID id, LocalDate day) {
        var entry = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (entry.reviewDueOn != null && day.isBefore(entry.reviewDueOn)) {
            entry.reviewDueOn = day;
        }
    }

    /** Whether a transfer of an entry waits for its decision. */
    boolean isInTransfer(UUID id) {
        return Column.of(
                        getEntityManager(),
                        "select exists (select from transfer where entry_id = :id and status in ('proposed', 'received'))",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Whether a travel flag of an entry is still to end. */
    boolean isFlagged(UUID id, LocalDate today) {
        return Column.of(
                        getEntityManager(),
                        "select exists (select from travel_flag where entry_id = :id and status = 'active' and ends_on >= :today)",
                        Boolean.class)
                .setParameter("id", id)
                .setParameter("today", today)
                .getSingleResult();
    }

    /**
     * An entry of the asking agency.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    Entry heldBy(String agency, UUID id, Trail trail) {
        trail.resource(id.toString());
        var entry = findByIdOptional(id)
                .filter(found -> found.holder.equals(agency) && barriers.isNoneBefore(id))
                .orElseThrow(Entries::unknown);
        tags.find(entry.personRecordId).ifPresent(trail::about);
        return entry;
    }

    List<Entry> heldBy(String agency, Optional<Cursor> after, int limit) {
        var where = "holder = :holder and " + Barriers.NONE_BEFORE_ID;
        var parameters = new HashMap<String, Object>(barriers.caller());
        parameters.put("holder", agency);
        if (after.isPresent()) {
            where += " and (openedAt, id) < (:time, :id)";
            parameters.put("time", after.get().time());
            parameters.put("id", after.get().id());
        }
        return find(where + " order by openedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }

    EntryView view(Entry entry) {
        return EntryView.of(entry, directory.measure(entry.measure), summary(entry));
    }

    private String summary(Entry entry) {
        return summary(entry.id, entry.sealedSummary());
    }

    String summary(UUID id, Sealed sealed) {
        return new String(cipher.open(sealed, context(id)), StandardCharsets.UTF_8);
    }

    /** The active entry of a person record. */
    public Optional<UUID> activeOf(UUID personRecord) {
        return find("personRecordId = ?1 and status = 'active'", personRecord)
                .firstResultOptional()
                .map(entry -> entry.id);
    }

    /** A summary as the row of an entry keeps it. */
    public Sealed seal(UUID id, String summary) {
        return cipher.seal(summary.getBytes(StandardCharsets.UTF_8), context(id));
    }

    void seal(Entry entry, String summary) {
        var sealed = seal(entry.id, summary);
        entry.wrappedKey = sealed.wrappedKey();
        entry.summary = sealed.ciphertext();
    }

    private static byte[] context(UUID id) {
        return ("entry:" + id).getBytes(StandardCharsets.UTF_8);
    }

    static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such entry, or none that you may know of.");
    }
}
