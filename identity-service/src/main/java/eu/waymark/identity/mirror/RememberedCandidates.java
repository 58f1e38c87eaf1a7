package eu.waymark.identity.mirror;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.CandidateSource;
import eu.waymark.identity.record.FoundPerson;
import eu.waymark.identity.record.OpenRecords;
import eu.waymark.matching.score.MatchingEngine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Candidates from memory, where that is switched on and up to date. */
@ApplicationScoped
class RememberedCandidates implements CandidateSource {

    private final Mirror mirror;
    private final RememberedIndex index;
    private final OpenRecords records;

    RememberedCandidates(Mirror mirror, RememberedIndex index, OpenRecords records) {
        this.mirror = mirror;
        this.index = index;
        this.records = records;
    }

    @Override
    public Optional<List<FoundPerson>> candidates(Demographics who, MatchingEngine engine, long people) {
        if (!index.isOn() || !mirror.catchUp()) {
            return Optional.empty();
        }
        return Optional.of(records.mirrored(index.matches(who, engine, people)));
    }
}
