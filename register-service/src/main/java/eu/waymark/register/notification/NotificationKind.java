package eu.waymark.register.notification;

/** What a notification is about, and so which resource its reference names. */
public enum NotificationKind {
    /** Somebody looked at an entry of yours; the reference is the entry. */
    LOOK_CONFIRMED("look-confirmed"),
    /** Somebody asked who is kept from an entry of yours or of an agency of your country; the reference is the entry. */
    EXCLUDED_ASKED("excluded-asked"),
    /** A review of an entry of yours is due soon; the reference is the entry, as in the two that follow. */
    REVIEW_DUE_SOON("review-due-soon"),
    REVIEW_OVERDUE("review-overdue"),
    /** A child of yours is of age, as a document proves: hold the closing review and the supported handover. */
    MAJORITY_REACHED("majority-reached"),
    /** To your central authority: one of your country's agencies looked without the holder's knowing; the reference is the look. */
    PROTECTED_LOOK_MADE("protected-look-made"),
    /** To the holder's central authority: somebody looked, and nothing more; the reference is the look, as in the next. */
    PROTECTED_LOOK("protected-look"),
    /** The asker's central authority lets you know more of a look. */
    LOOK_RELEASED("look-released"),
    /** Somebody asks for content; the reference is the disclosure, as in all that follow about disclosures. */
    DISCLOSURE_REQUESTED("disclosure-requested"),
    DISCLOSURE_ACCEPTED("disclosure-accepted"),
    DISCLOSURE_REFUSED("disclosure-refused"),
    DISCLOSURE_ESCALATED("disclosure-escalated"),
    /** The authority that a refusal was taken to lets it stand, or has the holder decide anew. */
    DISCLOSURE_UPHELD("disclosure-upheld"),
    DISCLOSURE_REOPENED("disclosure-reopened"),
    /** An agreement disclosed a summary of an entry of yours by itself. */
    DISCLOSURE_GIVEN("disclosure-given"),
    DISCLOSURE_CHANGED("disclosure-changed"),
    DISCLOSURE_REVOKED("disclosure-revoked"),
    DISCLOSURE_DUE_SOON("disclosure-due-soon"),
    DISCLOSURE_OVERDUE("disclosure-overdue"),
    /** A child has moved, may move or is in danger where you work; the reference is the movement, as in the two that follow. */
    MOVEMENT_NOTICE("movement-notice"),
    MOVEMENT_ACKNOWLEDGED("movement-acknowledged"),
    MOVEMENT_OVERDUE("movement-overdue"),
    /** Look out for a child; the reference is the alert, as in the four that follow. */
    ALERT_RAISED("alert-raised"),
    ALERT_ACKNOWLEDGED("alert-acknowledged"),
    ALERT_ENDED("alert-ended"),
    ALERT_CONFIRMED("alert-confirmed"),
    ALERT_REMINDER("alert-reminder"),
    /** A travel flag of a child of yours ends soon, or fell at majority; the reference is the flag. */
    TRAVEL_FLAG_ENDING("travel-flag-ending"),
    TRAVEL_FLAG_FELL("travel-flag-fell"),
    /** Your agency is asked to become responsible; the reference is the transfer, as in the five that follow. */
    TRANSFER_PROPOSED("transfer-proposed"),
    TRANSFER_RECEIVED("transfer-received"),
    TRANSFER_ACCEPTED("transfer-accepted"),
    TRANSFER_REJECTED("transfer-rejected"),
    TRANSFER_WITHDRAWN("transfer-withdrawn"),
    TRANSFER_OVERDUE("transfer-overdue"),
    /** Your portal is told nothing more; the reference is the webhook. */
    WEBHOOK_PAUSED("webhook-paused"),
    /** Somebody broke the glass for a child of yours, or of your country; the reference is the emergency access. */
    EMERGENCY_OPENED("emergency-opened"),
    /** Your agency reviews an emergency access, by the next working day; the reference is the access. */
    EMERGENCY_REVIEW_DUE("emergency-review-due"),
    /** Nobody has reviewed an emergency access in time; the reference is the access. */
    EMERGENCY_REVIEW_OVERDUE("emergency-review-overdue"),
    /** Something that has ended is kept no longer soon, unless you say so; the reference is the entry. */
    RETENTION_DUE("retention-due");

    private final String code;

    NotificationKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
