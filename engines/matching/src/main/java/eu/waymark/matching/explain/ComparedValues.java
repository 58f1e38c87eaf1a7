package eu.waymark.matching.explain;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.Document;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.name.NameReader;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import eu.waymark.matching.score.Agreement;
import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.NameLevel;
import eu.waymark.matching.score.Score.Compared;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what of two people a reason is about. */
final class ComparedValues {

    private final Demographics left;
    private final Demographics right;
    private final @Nullable PersonName leftName;
    private final @Nullable PersonName rightName;
    private final @Nullable BirthDate leftBirth;
    private final @Nullable BirthDate rightBirth;

    ComparedValues(Compared compared, Demographics left, Demographics right) {
        this.left = left;
        this.right = right;
        this.leftName = name(left, compared.leftName());
        this.rightName = name(right, compared.rightName());
        this.leftBirth = birth(left, compared.leftBirth());
        this.rightBirth = birth(right, compared.rightBirth());
    }

    @Nullable
    String left(Contribution reason, Visibility visibility) {
        return value(reason, visibility, left, leftName, leftBirth);
    }

    @Nullable
    String right(Contribution reason, Visibility visibility) {
        return value(reason, visibility, right, rightName, rightBirth);
    }

    /** Whether two surnames differ only in the mark of their bearer's sex. */
    boolean isGenderedSurname(Contribution reason) {
        boolean otherForm = reason.level() == NameLevel.SPELLING || reason.level() == NameLevel.EQUIVALENT;
        if (reason.field() != Field.FAMILY_NAME || !otherForm) {
            return false;
        }
        List<NameToken> ours = surnames(left, leftName);
        List<NameToken> theirs = surnames(right, rightName);
        return ours.stream().anyMatch(one -> theirs.stream()
                .anyMatch(other -> !one.forms().latin().equals(other.forms().latin())
                        && one.forms().neutral().equals(other.forms().neutral())));
    }

    private static @Nullable String value(
            Contribution reason,
            Visibility visibility,
            Demographics person,
            @Nullable PersonName name,
            @Nullable BirthDate birth) {
        if (reason.level().agreement() == Agreement.NOT_COMPARED) {
            return null;
        }
        return switch (visibility) {
            case HIDDEN -> null;
            case MASKED -> Sentences.agreement(reason.level().agreement());
            case SHOWN -> shown(reason.field(), person, name, birth);
        };
    }

    private static @Nullable String shown(
            Field field, Demographics person, @Nullable PersonName name, @Nullable BirthDate birth) {
        return switch (field) {
            case GIVEN_NAME, PATRONYMIC -> name == null ? null : part(name, name.given());
            case FAMILY_NAME -> name == null ? null : part(name, name.family());
            case NAME -> name == null ? null : part(name, null);
            case BIRTH_DATE -> birth == null ? null : birth.edtf();
            case SEX -> Sentences.sex(person.sex());
            case NATIONALITY -> String.join(", ", person.nationalities());
            case DOCUMENT ->
                person.documents().stream().map(ComparedValues::text).collect(Collectors.joining(", "));
            case PRIOR, RELATIVES, GUARD -> null;
        };
    }

    private static String part(PersonName name, @Nullable String part) {
        if (part != null) {
            return part;
        }
        return Stream.of(name.full(), name.given(), name.family())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String text(Document document) {
        return document.type() + " " + document.issuer() + " " + document.number();
    }

    private static @Nullable PersonName name(Demographics person, int position) {
        return at(
                person.names().stream()
                        .filter(name -> !tokens(person, name).isEmpty())
                        .toList(),
                position);
    }

    private static @Nullable BirthDate birth(Demographics person, int position) {
        return at(person.births().stream().filter(BirthDate::known).toList(), position);
    }

    private static <T> @Nullable T at(List<T> list, int position) {
        return position < 0 || position >= list.size() ? null : list.get(position);
    }

    private static List<NameToken> tokens(Demographics person, PersonName name) {
        return NameReader.shared().read(name, person.nationalities());
    }

    private static List<NameToken> surnames(Demographics person, @Nullable PersonName name) {
        return name == null
                ? List.of()
                : tokens(person, name).stream()
                        .filter(token -> token.role() == NameRole.FAMILY)
                        .toList();
    }
}
