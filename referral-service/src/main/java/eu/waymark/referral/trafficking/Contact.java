package eu.waymark.referral.trafficking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody got in touch by a way that was said to be safe. */
@Entity
@Immutable
@Table(name = "trafficking_contact")
class Contact {

    @Id
    private UUID id;

    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String byAgency;
    private String byPerson;

    @Column(name = "at")
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    Contact(UUID referralId, Channel channel, String byAgency, String byPerson, Instant madeAt) {
        this.id = UUID.randomUUID();
        this.referralId = referralId;
        this.channel = channel;
        this.byAgency = byAgency;
        this.byPerson = byPerson;
        this.madeAt = madeAt;
    }
}
