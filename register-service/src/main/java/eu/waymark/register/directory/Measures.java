package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes measures. A change from a day that its words do not begin on adds words from then on, and ends those before;
 * a change from a day that they begin on replaces them.
 */
@Singleton
class Measures implements Changeable<MeasureView> {

    private final EntityManager entities;

    Measures(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return "measure";
    }

    @Override
    public Class<MeasureView> type() {
        return MeasureView.class;
    }

    @Override
    public Optional<Standing<MeasureView>> standing(String code, MeasureView wanted) {
        return Optional.ofNullable(entities.find(Measure.class, code))
                .map(measure -> new Standing<>(
                        replaced(code, wanted.validFrom())
                                .map(words -> MeasureView.of(measure, words))
                                .orElse(null),
                        measure.version));
    }

    @Override
    public void check(String code, MeasureView wanted) {
        Validity.require(wanted.validFrom(), wanted.validTo());
        var later = words(code).stream()
                .filter(words -> isAfter(words.validFrom, wanted.validFrom()))
                .anyMatch(words -> wanted.validTo() == null || isAfter(wanted.validTo(), words.validFrom));
        if (later) {
            throw CommonProblem.INVALID_FIELDS
                    .because("The measure has other words later on. Let these end where those begin.")
                    .at("validTo", "must not reach into later words");
        }
    }

    @Override
    public void put(String code, MeasureView wanted) {
        var known = entities.find(Measure.class, code);
        var measure = known == null ? new Measure() : known;
        measure.code = code;
        measure.country = wanted.country();
        measure.commonClass = wanted.commonClass();
        measure.confirmed = wanted.confirmed();
        if (known == null) {
            entities.persist(measure);
        } else {
            entities.lock(measure, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        var words = wordsFrom(code, wanted.validFrom());
        words.name = wanted.name();
        words.language = wanted.language();
        words.validTo = wanted.validTo();
        entities.persist(words);
    }

    /** Those that begin on a day; new ones end those before, and the end is written first. */
    private MeasureWords wordsFrom(String code, @Nullable LocalDate day) {
        var replaced = replaced(code, day);
        if (replaced.filter(words -> Objects.equals(words.validFrom, day)).isPresent()) {
            return replaced.get();
        }
        replaced.ifPresent(words -> words.validTo = day);
        entities.flush();
        var words = new MeasureWords();
        words.code = code;
        words.validFrom = day;
        return words;
    }

    private Optional<MeasureWords> replaced(String code, @Nullable LocalDate from) {
        return words(code).stream()
                .filter(words -> Objects.equals(words.validFrom, from) || from != null && words.isValidOn(from))
                .findFirst();
    }

    private List<MeasureWords> words(String code) {
        return entities.createQuery("from MeasureWords where code = :code", MeasureWords.class)
                .setParameter("code", code)
                .getResultList();
    }

    private static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && (other == null || one.isAfter(other));
    }
}
