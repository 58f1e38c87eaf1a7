package eu.waymark.referral.supervision;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.supervision.NewSupervision.Agreed;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was agreed in supervision. Where it is about a child it is work like any other. Only within audited work. */
@Singleton
class AgreedActions {

    private static final String RULE = "AGREED/1";
    private static final String DONE = "done";

    private final EntityManager entities;
    private final SupervisionRecords records;
    private final ChildTexts texts;
    private final WorkItems work;
    private final Clock clock;

    AgreedActions(EntityManager entities, SupervisionRecords records, ChildTexts texts, WorkItems work, Clock clock) {
        this.entities = entities;
        this.records = records;
        this.texts = texts;
        this.work = work;
        this.clock = clock;
    }

    void keep(SupervisionRecord record, List<Agreed> agreed) {
        for (var place = 0; place < agreed.size(); place++) {
            var action = new SupervisionAction();
            action.id = UUID.randomUUID();
            action.recordId = record.id;
            action.place = place;
            action.text = texts.seal(record.keyId, agreed.get(place).text());
            action.dueOn = agreed.get(place).dueOn();
            entities.persist(action);
        }
        entities.flush();
        var child = record.personRecordId;
        if (child != null && SupervisionRecord.OVERSIGHT.equals(record.kind)) {
            next(record)
                    .ifPresent(due -> work.open(new NewWork(
                            WorkKind.SUPERVISION_ACTIONS, record.id, child, record.agency, record.writtenAt, due)));
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404; 409 {@code illegal-transition} when it is done */
    void done(SupervisionRecord record, UUID id, Caller by) {
        var action = Optional.ofNullable(entities.find(SupervisionAction.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.recordId.equals(record.id))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("That was not agreed there."));
        if (!action.isOpen()) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("It is done.");
        }
        action.doneBy = by.subject();
        action.doneAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entities.flush();
        next(record)
                .ifPresentOrElse(
                        due -> work.runOn(
                                WorkKind.SUPERVISION_ACTIONS, record.id, record.agency, record.writtenAt, due),
                        () -> work.close(WorkKind.SUPERVISION_ACTIONS, record.id, DONE));
    }

    private Optional<Due> next(SupervisionRecord record) {
        return records.actions(record).stream()
                .filter(SupervisionAction::isOpen)
                .map(action -> action.dueOn)
                .min(LocalDate::compareTo)
                .map(day -> new Due(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), RULE));
    }
}
