package eu.waymark.identity.age;

import eu.waymark.identity.link.LinkedRecord;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows an age status as the caller may know of it. */
@ApplicationScoped
class AgeViews {

    private final AgeMoves moves;
    private final AgeNotes notes;

    AgeViews(AgeMoves moves, AgeNotes notes) {
        this.moves = moves;
        this.notes = notes;
    }

    AgeStatusView of(KnownIdentity known, Caller reader) {
        var history = new AgeHistory(moves.of(known.recordIds()));
        var records = known.records().stream().collect(Collectors.toMap(PersonRecord::id, Function.identity()));
        var last = history.last(known.own().id());
        var lowest = history.lowestAge();
        return new AgeStatusView(
                known.id(),
                history.state(),
                history.isTreatedAsChild(),
                lowest.isPresent() ? lowest.getAsInt() : null,
                last == null ? 0 : last.version(),
                history.moves().stream()
                        .map(move -> AgeStatusView.Move.of(
                                move,
                                LinkedRecord.of(java.util.Objects.requireNonNull(records.get(move.recordId())), reader),
                                notes))
                        .toList());
    }
}
