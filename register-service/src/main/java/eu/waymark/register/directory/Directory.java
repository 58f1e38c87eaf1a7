package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterProblem;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks things up in the directory for the register's other features. */
@Singleton
public class Directory {

    private static final String AGREEMENTS = """
            from Agreement where countryA = :a and countryB = :b and basis = :basis
             and validFrom <= :day and (validTo is null or validTo > :day) order by id""";

    private static final Set<String> HOLDERS = Set.of("child-protection", "cross-border");
    private static final int MOST_INSPECTORATES = 10;

    private final EntityManager entities;
    private final Clock clock;

    Directory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A measure as it is shown: in the country's own words, and as its common class. */
    public record MeasureName(String code, String name, String language, String commonClass) {}

    /** Where a measure is known, a country or part of one in ISO 3166 codes. */
    public String placeOf(String measure) {
        return entities.find(Measure.class, measure).country;
    }

    /** A measure in today's words, or in its last ones: what was entered keeps its words when it is no longer chosen. */
    public MeasureName measure(String code) {
        var measure = entities.find(Measure.class, code);
        var words = WordsOfMeasure.of(entities, code, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        if (measure == null || words.isEmpty()) {
            throw unknownMeasure("is not a measure of the directory");
        }
        return new MeasureName(measure.code, words.get().name, words.get().language, measure.commonClass);
    }

    /**
     * A measure for a new entry.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 422 when it is unknown, or not valid on that day
     */
    public MeasureName measureToChoose(String code, LocalDate day) {
        if (WordsOfMeasure.of(entities, code, day)
                .filter(words -> !words.isValidOn(day))
                .isPresent()) {
            throw unknownMeasure("can no longer be chosen, or not yet");
        }
        return measure(code);
    }

    private static ProblemException unknownMeasure(String message) {
        return RegisterProblem.UNKNOWN_CODE
                .because("Choose a measure listed at /api/register/v1/measures.")
                .at("measure", message);
    }

    /** The country of an agency; empty when the directory does not know it. */
    public Optional<String> countryOf(String agency) {
        return Optional.ofNullable(entities.find(Agency.class, agency)).map(found -> found.country);
    }

    /** Whether the directory knows an agency, and it has not closed. */
    public boolean isOpen(String agency) {
        var found = entities.find(Agency.class, agency);
        return found != null && !found.closed;
    }

    /** The agency of a desk; empty when the directory does not know the desk. */
    public Optional<String> agencyOfDesk(String desk) {
        return Optional.ofNullable(entities.find(Desk.class, desk)).map(found -> found.agency);
    }

    /** The country of an agency that can be responsible for a child; empty for any other, and for one that has closed. */
    public Optional<String> countryOfHolder(String agency) {
        return Optional.ofNullable(entities.find(Agency.class, agency))
                .filter(found -> HOLDERS.contains(found.type) && !found.closed)
                .map(found -> found.country);
    }

    /** From which event an agency counts when a child is transferred to it, where it has chosen. */
    public Optional<String> transferClockStart(String agency) {
        return Optional.ofNullable(entities.find(Agency.class, agency)).map(found -> found.transferClockStart);
    }

    /** Whether this is the ISO 3166-2 code of an area that is valid on a day. */
    public boolean areaExists(String code, LocalDate day) {
        var area = entities.find(Area.class, code);
        return area != null && Validity.covers(area.validFrom, area.validTo, day);
    }

    /** The kinds of harm among these codes that can be chosen on a day. */
    public Set<String> harms(Collection<String> codes, LocalDate day) {
        return codes.stream()
                .map(code -> entities.find(Harm.class, code))
                .filter(harm -> harm != null && Validity.covers(harm.validFrom, harm.validTo, day))
                .map(harm -> harm.code)
                .collect(Collectors.toSet());
    }

    /** Who inspects the agencies of a country. */
    public List<String> inspectorates(String country) {
        return entities.createQuery(
                        "select code from Agency where country = :country and type = 'inspectorate' and not closed order by code",
                        String.class)
                .setParameter("country", country)
                .setMaxResults(MOST_INSPECTORATES)
                .getResultList();
    }

    /**
     * The desk that somebody is told to call: the holder's own within its country, the national one from abroad, since
     * the holder's place is not for strangers (architecture, invariant 8).
     */
    public DeskView deskToCall(String holder, String askingCountry) {
        var country = countryOf(holder).orElse("");
        var query = country.equals(askingCountry)
                ? entities.createQuery(
                                "select d from Desk d, Agency a where d.agency = a.code and not a.closed and a.code = :of and d.kind = 'duty' order by d.code",
                                Desk.class)
                        .setParameter("of", holder)
                : entities.createQuery(
                                "select d from Desk d, Agency a where d.agency = a.code and not a.closed and a.country = :of and d.kind = 'national' order by d.code",
                                Desk.class)
                        .setParameter("of", country);
        var now = clock.instant();
        return query.getResultList().stream()
                .filter(desk -> desk.isValidOn(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .findFirst()
                .map(desk -> DeskView.of(desk, now))
                .orElseGet(() -> DeskView.unknown(country));
    }

    /** The central authority of an agency's country. */
    public Optional<String> centralAuthority(String country) {
        return entities.createQuery(
                        "from Agency where country = :country and type = 'central-authority' and not closed order by code",
                        Agency.class)
                .setParameter("country", country)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(agency -> agency.code);
    }

    /** The agreement in force between two countries on a day, for a basis and a purpose. */
    public Optional<String> agreement(String one, String other, String basis, String purpose, LocalDate day) {
        return agreements(one, other, basis, purpose, day)
                .filter(agreement -> !agreement.isNarrow())
                .findFirst()
                .map(agreement -> agreement.id);
    }

    /**
     * What an agreement in force lets two agencies tell each other.
     *
     * @param level {@code request}, or {@code summary} where that is told without a request
     */
    public record Terms(String agreement, String level) {}

    /** The agreement in force between two agencies on a day: their own before their countries'. */
    public Optional<Terms> terms(String one, String other, String basis, String purpose, LocalDate day) {
        var first = countryOf(one).orElse("");
        var second = countryOf(other).orElse("");
        var isOrdered = first.compareTo(second) < 0;
        return agreements(first, second, basis, purpose, day)
                .filter(agreement -> agreement.isBetween(isOrdered ? one : other, isOrdered ? other : one))
                .min(Comparator.comparing(agreement -> !agreement.isNarrow()))
                .map(agreement -> new Terms(agreement.id, agreement.level));
    }

    private Stream<Agreement> agreements(String one, String other, String basis, String purpose, LocalDate day) {
        var isOrdered = one.compareTo(other) < 0;
        return entities.createQuery(AGREEMENTS, Agreement.class)
                .setParameter("a", isOrdered ? one : other)
                .setParameter("b", isOrdered ? other : one)
                .setParameter("basis", basis)
                .setParameter("day", day)
                .getResultStream()
                .filter(agreement -> agreement.purposes.contains(purpose));
    }

    /** The countries whose agencies enter children here: what a "no hit" covers. */
    public List<String> countries() {
        return entities.createQuery(
                        "select distinct country from Agency where type = 'child-protection' and not closed order by country",
                        String.class)
                .getResultList();
    }
}
