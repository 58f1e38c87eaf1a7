package eu.waymark.identity.model;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.model.CountingPeople.Gathered;
import eu.waymark.identity.model.FamilySample.Sampled;
import eu.waymark.identity.record.DecidedPairs;
import eu.waymark.identity.record.DecidedPairs.DecidedPair;
import eu.waymark.matching.index.KeyedTerms;
import eu.waymark.matching.score.CountedBirths;
import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.train.EngineTraining;
import eu.waymark.matching.train.EngineTraining.Verdict;
import eu.waymark.platform.persistence.audit.AuditedWork;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Learns a model from the people on record and from what was decided about them, and judges it by the rest. */
@ApplicationScoped
class LearningModel {

    private static final Logger LOG = Logger.getLogger(LearningModel.class);
    private static final int MOST_SAMPLED = 20_000;
    private static final int MOST_VERDICTS = 5_000;

    /** Fewer say nothing about how names and births agree. */
    private static final int LEAST_PEOPLE = 100;

    /** One decision in so many is never learnt from. */
    private static final int HELD_BACK = 10;

    private final CountingPeople counting;
    private final List<DecidedPairs> decisions;
    private final CurrentModel current;
    private final TermKeys keys;
    private final AuditedWork work;

    LearningModel(
            CountingPeople counting,
            @All List<DecidedPairs> decisions,
            CurrentModel current,
            TermKeys keys,
            AuditedWork work) {
        this.counting = counting;
        this.decisions = decisions;
        this.current = current;
        this.keys = keys;
        this.work = work;
    }

    /** A model and how it does beside the one in use. */
    record Learnt(LearntModel model, Figures figures) {}

    /**
     * Learns.
     *
     * @param name what to add to the name that training gives, so that no two versions have one
     * @return none where there are too few people
     */
    Optional<Learnt> learn(String name) {
        var decided = decided();
        var wanted = decided.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toUnmodifiableSet());
        var gathered = new Gathered(
                new KeyedTerms(keys.inUse().keying()),
                CountedBirths.none(),
                new FamilySample(keys.inUse().keying(), MOST_SAMPLED, wanted));
        counting.into(gathered);
        var sample = gathered.sample().people();
        return sample.size() < LEAST_PEOPLE ? Optional.empty() : Optional.of(learn(name, gathered, sample, decided));
    }

    private Learnt learn(String name, Gathered gathered, List<Sampled> sample, List<DecidedPair> decided) {
        Map<UUID, Integer> places = new HashMap<>();
        sample.forEach(person -> places.put(person.id(), places.size()));
        var known = decided.stream()
                .filter(pair -> places.containsKey(pair.one()) && places.containsKey(pair.other()))
                .toList();
        var people = sample.stream().map(Sampled::who).toList();
        var verdicts = known.stream()
                .filter(pair -> !isHeldBack(pair))
                .map(pair -> new Verdict(place(places, pair.one()), place(places, pair.other()), pair.same()))
                .toList();
        var learnt = EngineTraining.learn(Parameters.FIRST, people, verdicts, LOG::info);
        var counts = gathered.terms().counts();
        var model = new LearntModel(
                learnt.trained(learnt.version() + name, learnt.given(), learnt.family(), learnt.birth(), learnt.sex()),
                counts,
                gathered.births().outstanding(),
                counts.people(),
                people.size(),
                verdicts.size());
        var judged = known.stream()
                .filter(LearningModel::isHeldBack)
                .map(pair -> new JudgedPair(
                        people.get(place(places, pair.one())), people.get(place(places, pair.other())), pair.same()))
                .toList();
        return new Learnt(model, figures(model, judged));
    }

    private Figures figures(LearntModel model, List<JudgedPair> verdicts) {
        var invented = InventedPairs.all();
        return new Figures(
                Figures.Judged.of(current.engine(), verdicts, invented, model.people()),
                Figures.Judged.of(model.engine(keys.inUse().keying()), verdicts, invented, model.people()));
    }

    private List<DecidedPair> decided() {
        return work.runAsSystem(IdentityEvent.MODEL_READ, trail -> {
            var all = decisions.stream()
                    .flatMap(some -> some.latest(MOST_VERDICTS).stream())
                    .toList();
            trail.note("decisions", String.valueOf(all.size()));
            return all;
        });
    }

    private static int place(Map<UUID, Integer> places, UUID id) {
        return places.getOrDefault(id, 0);
    }

    /** By its id: the same decision is held back from every model. */
    private static boolean isHeldBack(DecidedPair pair) {
        return Math.floorMod(pair.decision().hashCode(), HELD_BACK) == 0;
    }
}
