package eu.waymark.register.notification;

/** What a notification is about, and so which resource its reference names. */
public enum NotificationKind {
    /** Somebody looked at an entry of yours; the reference is the entry. */
    LOOK_CONFIRMED("look-confirmed"),
    /** Somebody asks for content; the reference is the disclosure, as in the three that follow. */
    DISCLOSURE_REQUESTED("disclosure-requested"),
    DISCLOSURE_ACCEPTED("disclosure-accepted"),
    DISCLOSURE_REFUSED("disclosure-refused"),
    DISCLOSURE_ESCALATED("disclosure-escalated");

    private final String code;

    NotificationKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
