package eu.waymark.register.directory;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;

/** Which words of a measure are shown. */
final class WordsOfMeasure {

    private static final String MOST_FITTING = """
            from MeasureWords where code = :code
             order by case when validFrom is null or validFrom <= :day then 0 else 1 end,
              case when validFrom is null or validFrom <= :day then validFrom end desc nulls last, validFrom""";

    private WordsOfMeasure() {}

    /** The words of a day, else the last ones before it, else the first after it; empty where the measure is unknown. */
    static Optional<MeasureWords> of(EntityManager entities, String code, LocalDate day) {
        return entities.createQuery(MOST_FITTING, MeasureWords.class)
                .setParameter("code", code)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
