package eu.waymark.identity.mirror;

import eu.waymark.identity.record.CandidateSource;
import eu.waymark.matching.Demographics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Candidates from memory, where that is switched on and up to date. */
@ApplicationScoped
class RememberedCandidates implements CandidateSource {

    /** Those who come later share less with the question than the hundred before them. */
    private static final int MOST = 100;

    private final Mirror mirror;
    private final RememberedIndex index;

    RememberedCandidates(Mirror mirror, RememberedIndex index) {
        this.mirror = mirror;
        this.index = index;
    }

    @Override
    public Optional<List<UUID>> candidates(Demographics query) {
        if (!index.isOn() || !mirror.catchUp()) {
            return Optional.empty();
        }
        var numbers = index.candidates(query, MOST);
        if (numbers.isEmpty()) {
            return Optional.of(List.of());
        }
        var records = mirror.records(numbers);
        return Optional.of(
                numbers.stream().map(records::get).filter(Objects::nonNull).toList());
    }
}
