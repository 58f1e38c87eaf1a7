package eu.waymark.referral.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a desk has received a request, and the hash of the bytes that it saw. */
@Entity(name = "InformationReceipt")
@Table(name = "information_receipt")
class Receipt {

    /** Also the id of the relation that the register keeps while the desk answers. */
    @Id
    UUID id = new UUID(0, 0);

    UUID requestId = new UUID(0, 0);
    String agency = "";
    String receivedBy = "";
    Instant receivedAt = Instant.EPOCH;
    byte[] messageHash = new byte[0];
}
