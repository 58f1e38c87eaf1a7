package eu.waymark.identity.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranked;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the records that may be somebody's, and says how likely and why. Every use belongs inside audited work. */
@ApplicationScoped
public class PersonFinder {

    private static final int MOST_PREPARED = 20_000;
    /** So that what is erased does not stay in memory either. */
    private static final Duration PREPARED_UNUSED = Duration.ofHours(1);

    private static final Duration POPULATION_AGE = Duration.ofSeconds(10);

    /** A register that is nearly empty must not take everybody for one of the few it knows. */
    private static final long LEAST_POPULATION = 1_000;

    private final EngineSource engines;
    private final BlockingIndex index;
    private final List<CandidateSource> sources;
    private final OpenRecords opened;
    private final DemographicsVault vault;

    /**
     * Decrypted forms, so that they need not be made for every search. Never stale, for the version and the model are in the key; and
     * no look goes around the guard, for only rows that it let through are looked up here.
     */
    private final Cache<Version, Prepared> prepared = Caffeine.newBuilder()
            .maximumSize(MOST_PREPARED)
            .expireAfterAccess(PREPARED_UNUSED)
            .build();

    private final LoadingCache<Boolean, Long> population;

    PersonFinder(
            BlockingIndex index,
            @All List<CandidateSource> sources,
            OpenRecords opened,
            EngineSource engines,
            DemographicsVault vault,
            PersonRecords records) {
        this.index = index;
        this.sources = sources;
        this.opened = opened;
        this.engines = engines;
        this.vault = vault;
        this.population = Caffeine.newBuilder()
                .expireAfterWrite(POPULATION_AGE)
                .build(any -> Math.max(LEAST_POPULATION, records.count()));
    }

    private record Version(UUID id, int number, String model) {}

    /**
     * What was found.
     *
     * @param population among how many people, for the prior
     * @param model version of the model that compared
     * @param hits best first
     */
    public record Found(long population, String model, List<Ranked<FoundPerson>> hits) {}

    /**
     * Ranks each agency's records among themselves. An agency searches before it records, so two of its records are two
     * children and contest each other; records of two agencies are as a rule one child who moved, and do not.
     */
    public Found find(Demographics who) {
        var engine = engines.engine();
        var query = who.forMatching();
        var people = population.get(true);
        var asked = engine.prepare(query);
        var hits = whomToCompare(query).stream().collect(Collectors.groupingBy(FoundPerson::agency)).values().stream()
                .flatMap(records -> engine.rank(asked, candidates(engine, records), people).hits().stream())
                .sorted(Comparator.comparingDouble(
                                (Ranked<FoundPerson> hit) -> hit.score().weight())
                        .reversed())
                .toList();
        return new Found(people, engine.parameters().version(), hits);
    }

    private Collection<FoundPerson> whomToCompare(eu.waymark.matching.Demographics query) {
        return sources.stream()
                .flatMap(source -> source.candidates(query).stream())
                .findFirst()
                .<Collection<FoundPerson>>map(ids -> opened.find(ids).values())
                .orElseGet(() -> index.find(query));
    }

    private List<Candidate<FoundPerson>> candidates(MatchingEngine engine, List<FoundPerson> records) {
        return records.stream()
                .map(person -> Candidate.alone(person, prepared(engine, person)))
                .toList();
    }

    private Prepared prepared(MatchingEngine engine, FoundPerson person) {
        return prepared.get(
                new Version(person.id(), person.version(), engine.parameters().version()),
                version -> engine.prepare(vault.open(person.id(), person.version(), person.sealed())
                        .forMatching()));
    }
}
