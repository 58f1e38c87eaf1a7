package eu.waymark.identity.age;

import eu.waymark.identity.link.Identities;
import eu.waymark.identity.link.Pair;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds an identity for those who have a record in it, and for the central authorities of their countries. */
@ApplicationScoped
class KnowingIdentity {

    private final Identities identities;
    private final PersonRecords records;
    private final AgeMoves moves;

    KnowingIdentity(Identities identities, PersonRecords records, AgeMoves moves) {
        this.identities = identities;
        this.records = records;
        this.moves = moves;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown one and a stranger's alike */
    KnownIdentity of(UUID asked, Caller caller, Trail trail) {
        trail.resource(asked.toString());
        var id = identities.resolve(asked).orElseThrow(Pairs::unknown);
        List<PersonRecord> all =
                identities.records(id).stream().map(records::findById).toList();
        var own = Stream.concat(
                        cautious(all.stream().filter(record -> Pair.isOwn(record, caller))),
                        cautious(all.stream().filter(record -> Pair.isUnder(record, caller))))
                .findFirst()
                .orElseThrow(Pairs::unknown);
        all.forEach(record -> trail.about(record.tag()));
        return new KnownIdentity(id, all, own, Pair.isOwn(own, caller));
    }

    /**
     * Of several records the one whose age status counts for the child, so that no status is out of reach once its record is
     * linked with another. One of which nothing was said counts for nothing.
     */
    private Stream<PersonRecord> cautious(Stream<PersonRecord> some) {
        var candidates = some.toList();
        var history = new AgeHistory(
                moves.of(candidates.stream().map(PersonRecord::id).toList()));
        return candidates.stream()
                .min(Comparator.comparing(
                                (PersonRecord record) -> history.last(record.id()),
                                Comparator.nullsLast(Comparator.comparing(AgeMove::to)))
                        .thenComparing(record -> record.id().toString()))
                .stream();
    }
}
