package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the directory says on a day. */
@Singleton
class DirectoryLists {

    /** How many a page of a list holds: all of it in most directories. */
    static final int MOST = 2_000;

    private static final String VALID =
            "(validFrom is null or validFrom <= :day) and (validTo is null or validTo > :day)";

    private static final String OF_OPEN_AGENCIES = " and agency not in (select code from Agency where closed)";

    private final EntityManager entities;
    private final Clock clock;

    DirectoryLists(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Something and its version, for its entity tag. */
    record Versioned<V>(V view, int version) {}

    /** The day that somebody asks about: today where they name none. */
    LocalDate day(@Nullable String on) {
        if (on == null) {
            return LocalDate.now(clock.withZone(ZoneOffset.UTC));
        }
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException noDay) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Ask for a day such as 2026-01-01.")
                    .at("on", "must be a day of the calendar");
        }
    }

    /** The desks of agencies that have not closed, likewise. */
    <V> Listing<V> desks(LocalDate day, @Nullable String after, Function<Desk, V> view) {
        return page(Desk.class, day, OF_OPEN_AGENCIES, after, desk -> desk.code, view);
    }

    /** Those of a kind that are valid on a day after a code, in the order of their codes: one page of them. */
    <E, V> Listing<V> page(
            Class<E> type,
            @Nullable LocalDate day,
            @Nullable String after,
            Function<E, String> code,
            Function<E, V> view) {
        return page(type, day, "", after, code, view);
    }

    private <E, V> Listing<V> page(
            Class<E> type,
            @Nullable LocalDate day,
            String more,
            @Nullable String after,
            Function<E, String> code,
            Function<E, V> view) {
        var valid = (day == null ? "" : " and " + VALID) + more;
        var query = entities.createQuery(
                        "select one from " + type.getSimpleName() + " one where id(one) > :after" + valid
                                + " order by id(one)",
                        type)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(MOST + 1);
        if (day != null) {
            query.setParameter("day", day);
        }
        return Listing.of(query.getResultList(), MOST, code, view);
    }

    private <E> List<E> validOn(LocalDate day, Class<E> type) {
        return entities.createQuery("select one from " + type.getSimpleName() + " one where " + VALID, type)
                .setParameter("day", day)
                .getResultList();
    }

    <E, V> Versioned<V> one(Class<E> type, String code, Function<E, V> view, Function<E, Integer> version) {
        return Optional.ofNullable(entities.find(type, code))
                .map(found -> new Versioned<>(view.apply(found), version.apply(found)))
                .orElseThrow(DirectoryLists::nothing);
    }

    /** The measures that can be chosen on a day, in the words of that day. */
    List<MeasureView> measures(LocalDate day) {
        Map<String, MeasureWords> words = new HashMap<>();
        validOn(day, MeasureWords.class).forEach(one -> words.put(one.code, one));
        return entities.createQuery("from Measure", Measure.class)
                .getResultStream()
                .flatMap(measure ->
                        Optional.ofNullable(words.get(measure.code))
                                .map(said -> MeasureView.of(measure, said))
                                .stream())
                .sorted(Comparator.comparing(view -> String.valueOf(view.code())))
                .toList();
    }

    /** One measure in the words of a day, or in its last ones before it, since entries go on naming it. */
    Versioned<MeasureView> measure(String code, LocalDate day) {
        return WordsOfMeasure.of(entities, code, day)
                .map(words ->
                        one(Measure.class, code, measure -> MeasureView.of(measure, words), measure -> measure.version))
                .orElseThrow(DirectoryLists::nothing);
    }

    private static RuntimeException nothing() {
        return CommonProblem.NOT_FOUND.because("The directory has nothing under this code.");
    }
}
