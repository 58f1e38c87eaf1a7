package eu.waymark.referral.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to a request: its questions, answers, receipts, forwardings. Only inside audited work. */
@ApplicationScoped
class RequestParts {

    private static final String TELLING = "select waiting_since, buried from telling_of(:id)";

    private final EntityManager entities;

    RequestParts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How the telling of a request fares.
     *
     * @param waitingSince when the oldest fact was written that the register has not taken yet
     * @param buried whether the register refused one for good
     */
    record Telling(@Nullable Instant waitingSince, boolean buried) {}

    void add(Object part) {
        entities.persist(part);
    }

    List<Question> questions(UUID request) {
        return list(Question.class, "from InformationQuestion where requestId = :id order by number", request);
    }

    List<Answer> answers(UUID request) {
        return list(Answer.class, "from InformationAnswer where requestId = :id order by answeredAt, id", request);
    }

    List<Receipt> receipts(UUID request) {
        return list(Receipt.class, "from InformationReceipt where requestId = :id order by receivedAt, id", request);
    }

    List<Forwarding> forwardings(UUID request) {
        return list(
                Forwarding.class, "from InformationForwarding where requestId = :id order by forwardedAt, id", request);
    }

    /** The receipt that the relation in force goes by. */
    Optional<Receipt> lastReceipt(UUID request) {
        return receipts(request).stream().reduce((earlier, later) -> later);
    }

    boolean hasForwarded(UUID request, String agency) {
        return forwardings(request).stream().anyMatch(passed -> passed.fromAgency.equals(agency));
    }

    Telling telling(UUID request) {
        var row = (Object[]) entities.createNativeQuery(TELLING, Object[].class)
                .setParameter("id", request)
                .getSingleResult();
        return new Telling(instant(row[0]), (Boolean) row[1]);
    }

    private static @Nullable Instant instant(@Nullable Object time) {
        return switch (time) {
            case Instant instant -> instant;
            case OffsetDateTime offset -> offset.toInstant();
            case null -> null;
            default -> throw new IllegalStateException("A time is neither an instant nor has an offset");
        };
    }

    private <T> List<T> list(Class<T> type, String query, UUID request) {
        return entities.createQuery(query, type).setParameter("id", request).getResultList();
    }
}
