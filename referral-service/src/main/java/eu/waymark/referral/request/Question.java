package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Where one question of a request stands. Its words are in the message. */
@Entity(name = "InformationQuestion")
@DynamicUpdate
@Table(name = "information_question")
@IdClass(Question.Key.class)
class Question implements Personal {

    record Key(UUID requestId, int number) implements Serializable {}

    @Id
    UUID requestId = new UUID(0, 0);

    @Id
    int number;

    @Nullable
    UUID answerId;

    @Nullable
    String withheld;

    byte @Nullable [] note;

    boolean isOpen() {
        return answerId == null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
