package eu.waymark.register;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/**
 * Everything that the register puts on record. A check tells that a child is known and whom to call, no content; without
 * it nobody is protected. So its answer is no {@link Action#READ} and goes on when the log has fallen behind
 * (architecture, invariants 2 and 4).
 */
public enum RegisterEvent implements AuditEventType {
    /** A registrar proposed a change of directory, policy or rules; nothing has changed. */
    CHANGE_PROPOSED("register.change.proposed", Action.CREATE),
    /** Somebody asked why they may, or may not; no content. */
    ACCESS_EXPLAINED("register.access.explained", Action.EXECUTE),
    CHANGE_REFUSED("register.change.refused", Action.UPDATE),
    CHANGE_WITHDRAWN("register.change.withdrawn", Action.UPDATE),
    DIRECTORY_CHANGED("register.directory.changed", Action.UPDATE),
    ENTRY_OPENED("register.entry.opened", Action.CREATE),
    ENTRY_READ("register.entry.read", Action.READ),
    ENTRIES_LISTED("register.entry.listed", Action.READ),
    ENTRY_REVIEWED("register.entry.reviewed", Action.UPDATE),
    BIRTH_RECORDED("register.entry.birth.recorded", Action.UPDATE),
    /** By the system: the holder was told that a review is due or overdue, or that the child is of age. */
    REVIEW_REMINDED("register.entry.review.reminded", Action.UPDATE),
    ENTRY_SAFEGUARDED("register.entry.safeguarded", Action.UPDATE),
    ENTRY_HISTORY_READ("register.entry.history.read", Action.READ),
    EXCLUSION_SET("register.exclusion.set", Action.CREATE),
    EXCLUSION_LIFTED("register.exclusion.lifted", Action.UPDATE),
    EXCLUSIONS_READ("register.exclusion.read", Action.READ),
    /** By the system: a desk without a conflict was told that somebody asked who is kept from an entry. */
    EXCLUSION_ALARMED("register.exclusion.alarmed", Action.EXECUTE),
    ENTRY_WORKERS_READ("register.entry.workers.read", Action.READ),
    /** Also of a sealing: that an entry is sealed, no event tells (ADR 27). */
    ENTRY_WORKERS_NAMED("register.entry.workers.named", Action.UPDATE),
    SEALED_LISTED("register.sealed.listed", Action.READ),
    SEALED_READ("register.sealed.read", Action.READ),
    SEALED_CHANGED("register.sealed.changed", Action.UPDATE),
    /** By the system: other services were told again whose work conceals itself. Names nobody. */
    CONCEALED_WORK_TOLD("register.sealed.concealment.told", Action.EXECUTE),
    /** By the system: those who know of a hidden child were reminded of its review. Names nobody. */
    SEALED_REVIEWS_REMINDED("register.sealed.reviews.reminded", Action.EXECUTE),
    TRANSFER_PROPOSED("register.transfer.proposed", Action.CREATE),
    TRANSFER_RECEIVED("register.transfer.received", Action.UPDATE),
    TRANSFER_DECIDED("register.transfer.decided", Action.UPDATE),
    TRANSFER_WITHDRAWN("register.transfer.withdrawn", Action.UPDATE),
    TRANSFER_OVERDUE("register.transfer.overdue", Action.UPDATE),
    TRANSFER_READ("register.transfer.read", Action.READ),
    TRANSFERS_LISTED("register.transfer.listed", Action.READ),
    LOOKS_READ("register.look.read", Action.READ),
    OWN_LOOKS_READ("register.look.own.read", Action.READ),
    LOOK_RELEASED("register.look.released", Action.UPDATE),
    CHECK_ASKED("register.check.asked", Action.EXECUTE),
    CHECK_ANSWERED("register.check.answered", Action.EXECUTE),
    MATCH_CONFIRMED("register.check.confirmed", Action.UPDATE),
    DISCLOSURE_REQUESTED("register.disclosure.requested", Action.CREATE),
    DISCLOSURE_DECIDED("register.disclosure.decided", Action.UPDATE),
    DISCLOSURE_REMINDED("register.disclosure.reminded", Action.UPDATE),
    DISCLOSURE_OVERDUE("register.disclosure.overdue", Action.UPDATE),
    DISCLOSURE_DECISIONS_READ("register.disclosure.decisions.read", Action.READ),
    SECTION_WRITTEN("register.entry.section.written", Action.UPDATE),
    SECTION_READ("register.entry.section.read", Action.READ),
    WITHHOLDING_RECORDED("register.withholding.recorded", Action.CREATE),
    WITHHOLDING_READ("register.withholding.read", Action.READ),
    WITHHOLDINGS_LISTED("register.withholding.listed", Action.READ),
    WITHHOLDING_ENDED("register.withholding.ended", Action.UPDATE),
    DISCLOSURE_ESCALATED("register.disclosure.escalated", Action.UPDATE),
    DISCLOSURE_ESCALATION_DECIDED("register.disclosure.escalation.decided", Action.UPDATE),
    DISCLOSURE_READ("register.disclosure.read", Action.READ),
    DEROGATIONS_LISTED("register.derogation.listed", Action.READ),
    DEROGATION_REVIEWED("register.derogation.reviewed", Action.UPDATE),
    ALERT_RAISED("register.alert.raised", Action.CREATE),
    /** An alert is a pointer, as a notice is. */
    ALERT_READ("register.alert.read", Action.EXECUTE),
    ALERTS_LISTED("register.alert.listed", Action.EXECUTE),
    ALERT_ACKNOWLEDGED("register.alert.acknowledged", Action.UPDATE),
    ALERT_ENDED("register.alert.ended", Action.UPDATE),
    ALERT_CONFIRMED("register.alert.confirmed", Action.UPDATE),
    ALERT_REMINDED("register.alert.reminded", Action.UPDATE),
    TRAVEL_FLAG_SET("register.travel-flag.set", Action.CREATE),
    TRAVEL_FLAG_RENEWED("register.travel-flag.renewed", Action.UPDATE),
    TRAVEL_FLAG_WITHDRAWN("register.travel-flag.withdrawn", Action.UPDATE),
    TRAVEL_FLAG_HANDED_OVER("register.travel-flag.handed-over", Action.UPDATE),
    TRAVEL_FLAG_ENDING("register.travel-flag.ending", Action.UPDATE),
    TRAVEL_FLAG_FELL("register.travel-flag.fell", Action.UPDATE),
    TRAVEL_FLAG_READ("register.travel-flag.read", Action.READ),
    TRAVEL_FLAGS_LISTED("register.travel-flag.listed", Action.READ),
    /** Whether there is a flag, and whom to call: existence, as a check is. */
    TRAVEL_FLAG_CHECKED("register.travel-flag.checked", Action.EXECUTE),
    MOVEMENT_REPORTED("register.movement.reported", Action.CREATE),
    /** A notice is a pointer, no content: it is read, as it is sent, while the log is behind. */
    MOVEMENT_READ("register.movement.read", Action.EXECUTE),
    MOVEMENTS_LISTED("register.movement.listed", Action.EXECUTE),
    MOVEMENT_ACKNOWLEDGED("register.movement.acknowledged", Action.UPDATE),
    MOVEMENT_OVERDUE("register.movement.overdue", Action.UPDATE),
    DISCLOSURES_LISTED("register.disclosure.listed", Action.READ),
    NOTIFICATION_RECEIVED("register.notification.received", Action.CREATE),
    NOTIFICATIONS_READ("register.notification.read", Action.READ),
    NOTIFICATION_ACKNOWLEDGED("register.notification.acknowledged", Action.UPDATE),
    WEBHOOK_REGISTERED("register.webhook.registered", Action.CREATE),
    WEBHOOK_CHANGED("register.webhook.changed", Action.UPDATE),
    /** Shows no child: it goes on when the log has fallen behind. */
    WEBHOOKS_READ("register.webhook.read", Action.EXECUTE),
    WEBHOOK_PAUSED("register.webhook.paused", Action.UPDATE),
    EMERGENCY_OPENED("register.emergency.opened", Action.CREATE),
    EMERGENCY_CHILD_NAMED("register.emergency.child-named", Action.UPDATE),
    /** Content, but an emergency does not wait for the log (invariant 2). */
    EMERGENCY_SUMMARY_READ("register.emergency.summary.read", Action.EXECUTE),
    EMERGENCY_LISTED("register.emergency.listed", Action.READ),
    EMERGENCY_READ("register.emergency.read", Action.READ),
    EMERGENCY_REVIEWED("register.emergency.reviewed", Action.UPDATE),
    EMERGENCY_REVIEW_OVERDUE("register.emergency.review-overdue", Action.UPDATE),
    RETENTION_WATCHED("register.retention.watched", Action.UPDATE),
    RETENTION_LISTED("register.retention.listed", Action.READ),
    RETENTION_DECIDED("register.retention.decided", Action.UPDATE),
    STATISTICS_COMPUTED("register.statistics.computed", Action.EXECUTE),
    STATISTICS_READ("register.statistics.read", Action.READ),
    /** By the system: data keys were wrapped by a new row key. */
    KEYS_REWRAPPED("register.keys.rewrapped", Action.EXECUTE),
    /** The referral service told that an agency works with a child, or no more. */
    RELATION_BEGUN("register.relation.begun", Action.CREATE),
    RELATION_ENDED("register.relation.ended", Action.UPDATE),
    PERSON_ERASED("register.person.erased", Action.DELETE);

    private final String code;
    private final Action action;

    RegisterEvent(String code, Action action) {
        this.code = code;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Action action() {
        return action;
    }
}
