package eu.waymark.referral.told;

import eu.waymark.platform.persistence.fact.FactOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Facts for the register, in the transaction of what they tell. No name, no text, no place. */
@ApplicationScoped
public class ToldRegister {

    private final FactOutbox outbox;

    ToldRegister(FactOutbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Asks the register, which alone delivers notifications, to notify an agency.
     *
     * @param kind what it is about, such as {@code referral-received}; it says which resource the reference names
     * @param record never shown: with it the notification is erased when its child is
     */
    public void tell(String agency, String kind, UUID reference, String byAgency, UUID record) {
        outbox.emit(
                "notification.requested",
                reference,
                new NotificationRequested(agency, kind, reference, byAgency, record));
    }

    /**
     * Tells that an agency works with a child from now on.
     *
     * @param work what it does there; the end of the relation names it again
     */
    public void relationBegun(UUID record, String agency, String kind, UUID work) {
        outbox.emit("relation.begun", record, new RelationBegun(record, agency, kind, work));
    }

    public void relationEnded(UUID record, UUID work) {
        outbox.emit("relation.ended", record, new RelationEnded(work));
    }

    record NotificationRequested(String agency, String kind, UUID reference, String fromAgency, UUID recordId) {}

    record RelationBegun(UUID recordId, String agency, String kind, UUID referral) {}

    record RelationEnded(UUID referral) {}
}
