package eu.waymark.identity.age;

import eu.waymark.identity.subject.HeldOnSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How the age status of a record came about. */
@ApplicationScoped
class AgeOnSubject implements HeldOnSubject {

    private final AgeMoves moves;
    private final AgeNotes notes;

    AgeOnSubject(AgeMoves moves, AgeNotes notes) {
        this.moves = moves;
        this.notes = notes;
    }

    @Override
    public String title() {
        return "What is known of this age";
    }

    @Override
    public List<String> about(UUID record) {
        return moves.of(List.of(record)).stream().map(this::sentence).toList();
    }

    private String sentence(AgeMove move) {
        var sentence = "From %s on: %s%s."
                .formatted(
                        LocalDate.ofInstant(move.movedAt(), ZoneOffset.UTC),
                        move.to().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        range(move));
        var words = notes.read(move);
        return words == null ? sentence : sentence + " Written then: " + words;
    }

    private static String range(AgeMove move) {
        return move.ageFrom() == null ? "" : ", aged %d to %d".formatted(move.ageFrom(), move.ageTo());
    }
}
