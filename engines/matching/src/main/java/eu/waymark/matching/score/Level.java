package eu.waymark.matching.score;

/** One of the ordered outcomes of comparing a field. */
public sealed interface Level permits NameLevel, BirthLevel, PlainLevel, DocumentLevel, Guard {

    /** The constant's name, stable: it is stored with decisions. */
    String name();

    /** The same in coarse terms. */
    Agreement agreement();
}
