package eu.waymark.identity.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranked;
import eu.waymark.matching.score.Score;
import eu.waymark.platform.persistence.crypto.Sealed;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the records that may be somebody's, and says how likely and why. Every use belongs inside audited work. */
@ApplicationScoped
public class PersonFinder {

    private static final int MOST_PREPARED = 20_000;
    /** So that what is erased does not stay in memory either. */
    private static final Duration PREPARED_UNUSED = Duration.ofHours(1);

    /** A register that is nearly empty must not take everybody for one of the few it knows. */
    private static final long LEAST_POPULATION = 1_000;

    private final EngineSource engines;
    private final BlockingIndex index;
    private final List<CandidateSource> sources;
    private final DemographicsVault vault;

    /**
     * Decrypted forms, so that they need not be made for every search. Never stale, for the version and the model are in
     * the key; and no look goes around the guard, for only rows that it let through are looked up here.
     */
    private final Cache<Version, List<Prepared>> prepared = Caffeine.newBuilder()
            .maximumSize(MOST_PREPARED)
            .expireAfterAccess(PREPARED_UNUSED)
            .build();

    private final LoadingCache<Boolean, Long> population;

    PersonFinder(
            BlockingIndex index,
            @All List<CandidateSource> sources,
            EngineSource engines,
            DemographicsVault vault,
            @ConfigProperty(name = "waymark.population.age") Duration populationAge) {
        this.engines = engines;
        this.index = index;
        this.sources = sources;
        this.vault = vault;
        this.population = Caffeine.newBuilder()
                .expireAfterWrite(populationAge)
                .build(any -> Math.max(LEAST_POPULATION, index.population()));
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
     * children and contest each other, unless people have linked them; records of two agencies are as a rule one child who
     * moved, and do not. Looks for misspelled words and mistyped dates only where the first look finds nobody for certain.
     */
    public Found find(Demographics who) {
        var engine = engines.engine();
        var people = population.get(true);
        var comparisons = new Comparisons(engine, who, people, person -> prepared(engine, person));
        var elsewhere = sources.stream()
                .flatMap(source -> source.candidates(who, engine, people).stream())
                .findFirst();
        var hits = comparisons.with(elsewhere.orElseGet(() -> index.find(who, people)));
        if (elsewhere.isEmpty() && hits.stream().noneMatch(hit -> hit.band() == Band.CERTAIN)) {
            hits = comparisons.with(index.findWider(who, people));
        }
        return new Found(people, engine.parameters().version(), hits);
    }

    /** How likely two records are one child's, and why: as those views of them that agree best have it. */
    public Score compare(PersonRecord one, PersonRecord other) {
        var engine = engines.engine();
        var people = population.get(true);
        return prepared(engine, one.id(), one.version(), one.sealed()).stream()
                .flatMap(left -> prepared(engine, other.id(), other.version(), other.sealed()).stream()
                        .map(right -> engine.score(left, right, people)))
                .max(Comparator.comparingDouble(Score::weight))
                .orElseThrow();
    }

    /** Of the model that compares. */
    public String modelVersion() {
        return engines.engine().parameters().version();
    }

    private List<Prepared> prepared(MatchingEngine engine, FoundPerson person) {
        return prepared(engine, person.id(), person.version(), person.sealed());
    }

    private List<Prepared> prepared(MatchingEngine engine, UUID id, int number, Sealed sealed) {
        return prepared.get(
                new Version(id, number, engine.parameters().version()),
                version -> vault.open(id, number, sealed).views().stream()
                        .map(engine::prepare)
                        .toList());
    }
}
