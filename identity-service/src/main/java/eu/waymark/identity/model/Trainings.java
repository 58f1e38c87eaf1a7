package eu.waymark.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trainings that somebody asked for; one at a time. */
@ApplicationScoped
class Trainings {

    private final EntityManager database;

    Trainings(EntityManager database) {
        this.database = database;
    }

    /** One that is not finished. */
    record Training(UUID id, String askedBy, Instant since) {}

    /** How it ended. */
    enum Outcome {
        PROPOSED,
        TOO_FEW_PEOPLE,
        FAILED
    }

    Optional<Training> open() {
        List<?> rows = database.createNativeQuery(
                        "select id, asked_by, asked_at from model_training where finished_at is null", Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Training((UUID) row[0], (String) row[1], (Instant) row[2]))
                .findFirst();
    }

    void ask(String by, Instant now) {
        database.createNativeQuery("insert into model_training (id, asked_by, asked_at) values (:id, :by, :now)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    void finish(UUID id, Outcome outcome, Instant now) {
        database.createNativeQuery("update model_training set finished_at = :now, outcome = :outcome where id = :id")
                .setParameter("id", id)
                .setParameter("outcome", outcome.name())
                .setParameter("now", now)
                .executeUpdate();
    }
}
