package eu.waymark.referral.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That the wrong authority passed a request on to another of its country. */
@Entity(name = "InformationForwarding")
@Table(name = "information_forwarding")
class Forwarding {

    @Id
    UUID id = new UUID(0, 0);

    UUID requestId = new UUID(0, 0);
    String fromAgency = "";
    String toAgency = "";
    String forwardedBy = "";
    Instant forwardedAt = Instant.EPOCH;
}
