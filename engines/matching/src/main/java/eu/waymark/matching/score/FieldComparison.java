package eu.waymark.matching.score;

import eu.waymark.matching.Document;
import eu.waymark.matching.Sex;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the fields beside name and birth; whatever either side does not say gives null. Symmetric. */
final class FieldComparison {

    private static final PlainLevel[] PLAIN = {PlainLevel.SAME, PlainLevel.DIFFERENT};

    private final Contribution[] sexes;
    private final Contribution[] nationalities;
    private final Contribution[] documents;

    FieldComparison(Parameters parameters) {
        this.sexes = new Contribution[PLAIN.length];
        this.nationalities = new Contribution[PLAIN.length];
        for (int i = 0; i < PLAIN.length; i++) {
            sexes[i] = Contribution.of(Field.SEX, PLAIN[i], parameters.sex(PLAIN[i]));
            nationalities[i] = Contribution.of(Field.NATIONALITY, PLAIN[i], parameters.nationality(PLAIN[i]));
        }
        DocumentLevel[] levels = DocumentLevel.values();
        this.documents = new Contribution[levels.length];
        for (DocumentLevel level : levels) {
            documents[level.ordinal()] = Contribution.of(Field.DOCUMENT, level, parameters.document(level));
        }
    }

    @Nullable
    Contribution sex(Sex left, Sex right) {
        if (!left.known() || !right.known()) {
            return null;
        }
        return sexes[left == right ? 0 : 1];
    }

    @Nullable
    Contribution nationality(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        for (String one : left) {
            if (right.contains(one)) {
                return nationalities[0];
            }
        }
        return nationalities[1];
    }

    /** The best agreement of any two documents of one type and issuer. */
    @Nullable
    Contribution document(Document[] left, Document[] right) {
        Contribution best = null;
        for (Document a : left) {
            for (Document b : right) {
                if (a.comparable(b)) {
                    Contribution here = documents[level(a.number(), b.number()).ordinal()];
                    best = best == null || here.bits() > best.bits() ? here : best;
                }
            }
        }
        return best;
    }

    private static DocumentLevel level(String a, String b) {
        if (a.equals(b)) {
            return DocumentLevel.SAME;
        }
        return Edits.within(a, b, 1) ? DocumentLevel.SLIP : DocumentLevel.DIFFERENT;
    }
}
