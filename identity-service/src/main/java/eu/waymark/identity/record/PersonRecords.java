package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All person records. Every use belongs inside audited work. */
@ApplicationScoped
public class PersonRecords implements PanacheRepositoryBase<PersonRecord, UUID> {

    private static final String CREATED = "person.created";
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DemographicsVault vault;
    private final BlockingIndex index;
    private final IndexKey key;
    private final PersonVersions versions;
    private final PersonRows rows;
    private final FactOutbox facts;
    private final Clock clock;

    PersonRecords(
            DemographicsVault vault,
            BlockingIndex index,
            IndexKey key,
            PersonVersions versions,
            PersonRows rows,
            FactOutbox facts,
            Clock clock) {
        this.versions = versions;
        this.rows = rows;
        this.vault = vault;
        this.index = index;
        this.key = key;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a record is made from. The id in the agency's own system is kept as a keyed hash only. */
    public record Entrant(
            Demographics demographics,
            @Nullable String externalIdHash,
            @Nullable UUID importId) {}

    /** A record by its id in the agency's own system, and which import made it. */
    public record ExternallyKnown(
            String externalIdHash, UUID id, @Nullable UUID importId) {}

    /** A record that is ready to be added. */
    public static final class Newcomer {

        private final PersonRecord record;
        private final Findable findable;

        private Newcomer(PersonRecord record, Findable findable) {
            this.record = record;
            this.findable = findable;
        }

        private PersonRecord record() {
            return record;
        }

        private Findable findable() {
            return findable;
        }
    }

    /** What others learn of a new record. */
    record PersonCreated(UUID recordId, String tag) {}

    /**
     * Adds records to those of the owner's agency, makes them findable and tells the other services. Whom somebody else
     * has just brought in under the same external id is left out.
     *
     * @return the new ones, which are not managed entities
     */
    public List<PersonRecord> add(Caller owner, List<Entrant> entrants) {
        return add(entrants.stream().map(entrant -> prepare(owner, entrant)).toList());
    }

    /** The same, of records that have been prepared. */
    public List<PersonRecord> add(List<Newcomer> newcomers) {
        var numbers = rows.insert(newcomers.stream().map(Newcomer::record).toList());
        var added = newcomers.stream()
                .filter(newcomer -> numbers.containsKey(newcomer.record().id()))
                .toList();
        var findable = new LinkedHashMap<Long, Findable>();
        added.forEach(newcomer -> findable.put(
                Objects.requireNonNull(numbers.get(newcomer.record().id())), newcomer.findable()));
        index.add(findable);
        var records = added.stream().map(Newcomer::record).toList();
        facts.emitAll(
                CREATED,
                records.stream()
                        .collect(Collectors.toMap(
                                PersonRecord::id, record -> new PersonCreated(record.id(), record.tag()))));
        return records;
    }

    /** Does of the work what needs no database: seals who it is and works out by what they are to be found. */
    public Newcomer prepare(Caller owner, Entrant entrant) {
        return new Newcomer(seal(owner, entrant), index.findable(entrant.demographics()));
    }

    private PersonRecord seal(Caller owner, Entrant entrant) {
        var id = UUID.randomUUID();
        // The database keeps microseconds; a cursor made before and after it must name the same place.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new PersonRecord(id, owner, vault.seal(id, PersonRecord.FIRST, entrant.demographics()), entrant, now);
    }

    /** Who the record is about. */
    public Demographics open(PersonRecord record) {
        return vault.open(record.id(), record.version(), record.sealed());
    }

    /** Replaces what stands in a record, keeps what stood there and makes the record findable by the new alone. */
    public void correct(PersonRecord record, Demographics who, CorrectionReason reason, String by) {
        versions.persist(new PersonVersion(record, reason, by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        record.replace(vault.seal(record.id(), record.version() + 1, who));
        flush();
        index.replace(record.id(), rows.numberOf(record.id()), who);
    }

    /** What stood in a record before, newest first, as it was then. */
    public List<EarlierVersion> history(PersonRecord record) {
        return versions.of(record.id()).stream()
                .map(version -> version.opened(vault))
                .toList();
    }

    /**
     * The forms in which the id in the agency's own system is kept: under the index key in use first, then under those it
     * replaced.
     */
    public List<String> externalIdHashes(Caller owner, String externalId) {
        return key.hmacs("external:" + owner.agency() + ":" + externalId).stream()
                .map(hash -> Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .toList();
    }

    /**
     * Those whom the owner's agency has a record for, by the first of their hashes. A record that is kept under a later
     * one is kept under the first from now on.
     *
     * @param hashes of external ids, as {@link #externalIdHashes} has them
     */
    public Map<String, ExternallyKnown> byExternalIds(Caller owner, Collection<List<String>> hashes) {
        var current = new HashMap<String, String>();
        hashes.forEach(some -> some.forEach(hash -> current.put(hash, some.getFirst())));
        var known = new HashMap<String, ExternallyKnown>();
        for (var one : rows.externallyKnown(owner.agency(), current.keySet())) {
            var hash = Objects.requireNonNull(current.get(one.externalIdHash()));
            known.putIfAbsent(hash, new ExternallyKnown(hash, one.id(), one.importId()));
            if (!hash.equals(one.externalIdHash())) {
                rows.rename(one.id(), hash);
            }
        }
        return known;
    }

    private Optional<PersonRecord> findOwn(String agency, UUID id, LockModeType lock) {
        return find("id = ?1 and agency = ?2", id, agency).withLock(lock).firstResultOptional();
    }

    /**
     * A record of the asking agency.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown one and another's alike; 410 for one that
     *     the agency itself has had erased
     */
    public PersonRecord own(String agency, UUID id) {
        return own(agency, id, LockModeType.NONE);
    }

    /** The same, of which nobody else changes anything until the running transaction ends. */
    public PersonRecord ownToChange(String agency, UUID id) {
        return own(agency, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private PersonRecord own(String agency, UUID id, LockModeType lock) {
        return findOwn(agency, id, lock)
                .orElseThrow(() -> wasErased(agency, id)
                        ? CommonProblem.ERASED.because("Your agency has had this person record erased.")
                        : CommonProblem.NOT_FOUND.because("There is nothing here, or nothing that you may know of."));
    }

    private boolean wasErased(String agency, UUID id) {
        return !Column.of(
                        getEntityManager(),
                        "select id from erased_person where id = :id and agency = :agency",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getResultList()
                .isEmpty();
    }

    /** The records of an agency, newest first. */
    public List<PersonRecord> ofAgency(String agency, Optional<Cursor> after, int most) {
        var place = after.orElse(NEWEST);
        return find(
                        "agency = ?1 and (recordedAt, id) < (?2, ?3) order by recordedAt desc, id desc",
                        agency,
                        place.time(),
                        place.id())
                .page(0, most)
                .list();
    }
}
