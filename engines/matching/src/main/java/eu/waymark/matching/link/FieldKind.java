package eu.waymark.matching.link;

import java.util.Locale;
import java.util.Set;

/** What a column holds, which decides how its values are compared. */
public enum FieldKind {
    GIVEN("given", "givenname", "firstname", "forename"),
    FAMILY("family", "familyname", "surname", "lastname"),
    /** A name at birth, which may be another record's family name. */
    BIRTH_NAME("birthname", "nameatbirth", "maidenname"),
    BIRTH_DATE("dob", "birth", "birthdate", "dateofbirth"),
    SEX("sex", "gender"),
    POSTCODE("postcode", "zip", "plz"),
    ADDRESS("address", "street"),
    /** Cities, birthplaces, states: short names of places. */
    PLACE("city", "place", "birthplace", "suburb", "state", "country", "nationality"),
    EMAIL("email", "mail"),
    PHONE("phone", "telephone", "mobile"),
    /** An identifier. */
    NUMBER("number", "identifier", "ssn"),
    /** Anything else, compared as words. */
    TEXT("text");

    private final Set<String> labels;

    FieldKind(String... labels) {
        this.labels = Set.of(labels);
    }

    /** The kind that a label of {@code --columns} means; a label that says nothing is text. */
    static FieldKind of(String label) {
        String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (FieldKind kind : values()) {
            if (kind.labels.contains(plain)) {
                return kind;
            }
        }
        return TEXT;
    }
}
