package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.told.ToldRegister;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others report, as its two sides may see it. Only within audited work. */
@Singleton
class MissingReports implements PanacheRepositoryBase<MissingReport, UUID> {

    private static final String KNOWN = "(r.fromAgency = :agency or r.toAgency = :agency and not exists (select 1 from"
            + " MissingConflict c where c.key.episodeId = r.episodeId and c.key.subject = :subject))";

    private final PersonTags tags;
    private final ChildTexts texts;
    private final ToldRegister register;

    MissingReports(PersonTags tags, ChildTexts texts, ToldRegister register) {
        this.tags = tags;
        this.texts = texts;
        this.register = register;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for unknown, foreign and conflicted */
    MissingReport known(UUID id, Caller by, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var found = find(
                        "from MissingReport r where r.id = :id and " + KNOWN,
                        Parameters.with("id", id).and("agency", by.agency()).and("subject", by.subject()))
                .withLock(lock)
                .firstResultOptional();
        found.ifPresent(report -> name(List.of(report), trail));
        return found.orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such report."));
    }

    /** Newest first, one more than the page asks for. */
    List<MissingReport> of(Caller by, PageRequest page) {
        var where = KNOWN;
        var values = Parameters.with("agency", by.agency()).and("subject", by.subject());
        if (page.after().isPresent()) {
            where += " and (r.reportedAt, r.id) < (:time, :id)";
            values.and("time", page.after().get().time())
                    .and("id", page.after().get().id());
        }
        return find("from MissingReport r where " + where, Sort.descending("r.reportedAt", "r.id"), values)
                .range(0, page.limit())
                .list();
    }

    /** Destroys the key that the text had until somebody said which child it is about. */
    void settle(UUID standIn, MissingReport report) {
        flush();
        getEntityManager()
                .createNativeQuery("select settle_missing_report(:key, :record)")
                .setParameter("key", standIn)
                .setParameter("record", report.keyId)
                .getResultList();
    }

    List<MissingReport> ofEpisode(UUID episode) {
        return list("episodeId", episode);
    }

    void name(List<MissingReport> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream()
                        .map(report -> report.personRecordId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(trail::about);
    }

    /** That something has changed; the reporter reads what. Of a child that died a person tells. */
    void tellOutcome(MissingReport report, MissingEpisode episode) {
        if (episode.isSafeAndSeen()) {
            tell(report, report.fromAgency, "missing-report-answered", report.toAgency);
        }
    }

    void tell(MissingReport report, String agency, String kind, String by) {
        register.tell(agency, kind, report.id, by, report.keyId);
    }

    ReportView view(MissingReport r, Caller by) {
        return r.toAgency.equals(by.agency()) ? forReceiver(r) : forReporter(r);
    }

    private ReportView forReceiver(MissingReport r) {
        var status = MissingReport.TAKEN_ON.equals(r.status) ? toReporter(r) : r.status;
        return view(r, open(r, r.description), status, r.episodeId, r.version);
    }

    /** No version either: it would count what the agency does. */
    private ReportView forReporter(MissingReport r) {
        return view(r, null, toReporter(r), null, 0);
    }

    private String toReporter(MissingReport r) {
        if (!MissingReport.TAKEN_ON.equals(r.status)) {
            return r.status;
        }
        var episode = getEntityManager().find(MissingEpisode.class, r.episodeId);
        return episode.isSafeAndSeen() ? ReportView.SAFE_AND_SEEN : ReportView.LOOKED_INTO;
    }

    private ReportView view(
            MissingReport r, @Nullable String text, String status, @Nullable UUID episode, int version) {
        return new ReportView(
                r.id,
                r.fromAgency,
                r.toAgency,
                r.kind,
                r.missingFrom,
                r.lastSeenAt,
                r.reportedAt,
                r.policeReference,
                text,
                status,
                r.declineReason,
                episode,
                open(r, r.toldWords),
                version);
    }

    private @Nullable String open(MissingReport r, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(r.keyId, sealed);
    }
}
