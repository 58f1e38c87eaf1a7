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

    AgeOnSubject(AgeMoves moves) {
        this.moves = moves;
    }

    @Override
    public String title() {
        return "What is known of this age";
    }

    @Override
    public List<String> about(UUID record) {
        return moves.of(List.of(record)).stream().map(AgeOnSubject::sentence).toList();
    }

    private static String sentence(AgeMove move) {
        return "From %s on: %s."
                .formatted(
                        LocalDate.ofInstant(move.movedAt(), ZoneOffset.UTC),
                        move.to().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
