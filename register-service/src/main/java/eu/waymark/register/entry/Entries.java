package eu.waymark.register.entry;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.directory.Directory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All entries. Only within audited work. */
@Singleton
public class Entries implements PanacheRepositoryBase<Entry, UUID> {

    private final PersonTags tags;
    private final RowCipher cipher;
    private final Directory directory;

    Entries(PersonTags tags, RowCipher cipher, Directory directory) {
        this.tags = tags;
        this.cipher = cipher;
        this.directory = directory;
    }

    /** What a check may know of an entry: that it is there, and who is responsible. */
    public record Known(UUID id, UUID personRecordId, String holder) {}

    /** What a disclosure tells of an entry. */
    public record Told(Directory.MeasureName measure, List<String> harms, String risk, String status, String summary) {}

    /** The entries of some person records that a check finds: active ones, and those that ended since a day. */
    public List<Known> findable(Collection<UUID> personRecords, LocalDate endedSince) {
        return list("personRecordId in ?1 and (status = 'active' or endedOn >= ?2)", personRecords, endedSince).stream()
                .map(entry -> new Known(entry.id, entry.personRecordId, entry.holder))
                .toList();
    }

    /** The current holder of an entry. */
    public Optional<String> holderOf(UUID id) {
        return findByIdOptional(id).map(entry -> entry.holder);
    }

    public boolean isHeldBy(String agency, UUID id) {
        return holderOf(id).filter(agency::equals).isPresent();
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

    /**
     * An entry of the asking agency.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    Entry heldBy(String agency, UUID id, Trail trail) {
        trail.resource(id.toString());
        var entry = findByIdOptional(id)
                .filter(found -> found.holder.equals(agency))
                .orElseThrow(Entries::unknown);
        tags.find(entry.personRecordId).ifPresent(trail::about);
        return entry;
    }

    List<Entry> heldBy(String agency, Optional<Cursor> after, int limit) {
        var page = after.map(cursor -> find(
                        "holder = ?1 and (openedAt, id) < (?2, ?3) order by openedAt desc, id desc",
                        agency,
                        cursor.time(),
                        cursor.id()))
                .orElseGet(() -> find("holder = ?1 order by openedAt desc, id desc", agency));
        return page.range(0, limit).list();
    }

    EntryView view(Entry entry) {
        return EntryView.of(entry, directory.measure(entry.measure), summary(entry));
    }

    private String summary(Entry entry) {
        return new String(cipher.open(entry.sealedSummary(), context(entry.id)), StandardCharsets.UTF_8);
    }

    void seal(Entry entry, String summary) {
        var sealed = cipher.seal(summary.getBytes(StandardCharsets.UTF_8), context(entry.id));
        entry.wrappedKey = sealed.wrappedKey();
        entry.summary = sealed.ciphertext();
    }

    private static byte[] context(UUID id) {
        return ("entry:" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such entry, or none that you may know of.");
    }
}
