package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranked;
import eu.waymark.matching.score.WeighedCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The comparisons of one question: each candidate is opened and weighed once, however often the question looks. */
final class Comparisons {

    private static final Comparator<Ranked<FoundPerson>> BEST_FIRST = Comparator.comparingDouble(
                    (Ranked<FoundPerson> hit) -> hit.score().weight())
            .reversed();

    private final MatchingEngine engine;
    private final long people;
    private final Function<FoundPerson, List<Prepared>> opening;
    private final List<View> views;
    private final Set<UUID> seen = new HashSet<>();

    /** @param opening makes the views of a record ready for comparison */
    Comparisons(MatchingEngine engine, Demographics who, long people, Function<FoundPerson, List<Prepared>> opening) {
        this.engine = engine;
        this.people = people;
        this.opening = opening;
        this.views = who.views().stream()
                .map(view -> new View(engine.prepare(view), new LinkedHashMap<>()))
                .toList();
    }

    /** One view of the question, with who was compared with it, by agency. */
    private record View(Prepared asked, Map<String, List<WeighedCandidate<FoundPerson>>> weighed) {}

    /** Ranks these candidates and all before them: each person once, as the view that agrees best has it. */
    List<Ranked<FoundPerson>> with(List<FoundPerson> more) {
        more.stream().filter(person -> seen.add(person.id())).forEach(this::weigh);
        var hits = new ArrayList<Ranked<FoundPerson>>();
        for (var view : views) {
            view.weighed()
                    .values()
                    .forEach(some -> hits.addAll(engine.rank(some).hits()));
        }
        hits.sort(BEST_FIRST);
        Map<UUID, Ranked<FoundPerson>> best = new LinkedHashMap<>();
        hits.forEach(hit -> best.putIfAbsent(hit.record().id(), hit));
        return List.copyOf(best.values());
    }

    private void weigh(FoundPerson person) {
        for (var prepared : opening.apply(person)) {
            var candidate = new Candidate<>(person, person.identity(), prepared);
            for (var view : views) {
                view.weighed()
                        .computeIfAbsent(person.agency(), first -> new ArrayList<>())
                        .add(engine.weigh(view.asked(), candidate, people));
            }
        }
    }
}
