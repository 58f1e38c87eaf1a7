package eu.waymark.identity.search;

import eu.waymark.identity.search.FoundCandidate.Reason;
import eu.waymark.matching.score.Contribution;

/** Puts the engine's reasons into words. */
final class Explanation {

    private Explanation() {}

    static Reason of(Contribution contribution) {
        var level = Wire.code(contribution.level().name());
        var text =
                switch (contribution.field()) {
                    case PRIOR -> "Before looking: one in everybody on record";
                    case GIVEN_NAME -> "Given name: " + words(level);
                    case FAMILY_NAME -> "Family name: " + words(level);
                    case PATRONYMIC -> "Patronymic: " + words(level);
                    case NAME -> "Name: " + words(level);
                    case BIRTH_DATE -> "Birth: " + words(level);
                    case SEX -> "Sex: " + words(level);
                    case NATIONALITY -> "Nationality: " + words(level);
                    case DOCUMENT -> "Document: " + words(level);
                    case RELATIVES -> "A relative would look like this too";
                    case GUARD -> "Held down: " + words(level);
                };
        return new Reason(Wire.code(contribution.field()), level, contribution.bits(), text);
    }

    private static String words(String level) {
        return level.replace('-', ' ');
    }
}
